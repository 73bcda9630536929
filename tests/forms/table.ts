/** Every form: one import, one line. */
import type { Form } from './form.ts';
import { subfolder } from './project-forms.ts';
import { aliasedModules, aliasedNames } from './python/alias.ts';
import { annotated, unannotated } from './python/annotations.ts';
import { asyncTwin } from './python/async-twin.ts';
import { elseAfterReturn, listLoop } from './python/branches.ts';
import { enumTexts, hoistedTexts } from './python/constants.ts';
import { dispatch } from './python/dispatch.ts';
import { foreignNames } from './python/foreign.ts';
import { helper } from './python/helper.ts';
import { inheritance } from './python/inheritance.ts';
import { factory, mainFunction } from './python/into-function.ts';
import { keywords } from './python/keywords.ts';
import { moduleImport } from './python/module-import.ts';
import { constantsInFile, movedConstants, movedFunctions } from './python/moved.ts';
import { namedArguments } from './python/named-arguments.ts';
import { namedReturn } from './python/named-return.ts';
import { neutralNames } from './python/neutral.ts';
import { ownDecorator } from './python/own-decorator.ts';
import { partial } from './python/partial.ts';
import { callLoop, handDecorated, routeTable } from './python/tables.ts';
import { formatted, interpolated } from './python/texts.ts';
import { unpacked } from './python/unpacked.ts';
import { wrapperClass } from './python/wrapper-class.ts';
import { scriptConstants, scriptEnum, scriptObject } from './typescript/constants.ts';
import { arrowsToFunctions, functionsToArrows, scriptClass, scriptHelper } from './typescript/functions.ts';
import { requireWhole, scriptAlias, scriptNamespace } from './typescript/imports.ts';
import { namedExport, scriptMoved } from './typescript/modules.ts';
import { scriptArguments, scriptReturn } from './typescript/names-first.ts';
import {
  concatenated,
  scriptFactory,
  scriptLoop,
  untyped,
  wrappedHandlers,
} from './typescript/statements.ts';
import { destructured, scriptForeign, scriptNeutral, undestructured } from './typescript/variables.ts';

export const FORMS: readonly Form[] = [
  hoistedTexts,
  enumTexts,
  namedReturn,
  namedArguments,
  helper,
  aliasedNames,
  aliasedModules,
  moduleImport,
  neutralNames,
  foreignNames,
  wrapperClass,
  inheritance,
  ownDecorator,
  handDecorated,
  routeTable,
  callLoop,
  factory,
  mainFunction,
  dispatch,
  movedFunctions,
  movedConstants,
  constantsInFile,
  asyncTwin,
  annotated,
  unannotated,
  unpacked,
  partial,
  keywords,
  formatted,
  interpolated,
  elseAfterReturn,
  listLoop,
  subfolder,
  scriptConstants,
  scriptObject,
  scriptEnum,
  scriptReturn,
  scriptArguments,
  scriptHelper,
  scriptAlias,
  scriptNamespace,
  requireWhole,
  arrowsToFunctions,
  functionsToArrows,
  scriptMoved,
  namedExport,
  scriptClass,
  scriptFactory,
  wrappedHandlers,
  scriptLoop,
  scriptNeutral,
  scriptForeign,
  destructured,
  undestructured,
  concatenated,
  untyped,
];
