/** Names of what checks input against a schema: tables that a newcomer extends with one line. */
import type { Value } from '../../../program/file.ts';
import { matchesAny } from '../../../program/link/values.ts';

/** By qualified name. */
export const VALIDATORS: readonly string[] = [
  '*.validate_on_submit',
  '*.parse_args',
  '*.model_validate*',
  '*.parse_obj',
  '*.parse_raw',
  '*.validate',
  '*.validateAsync',
  '*.validateSync',
  '*.validateBody',
  '*.safeParse*',
  '*.parseAsync',
  'express-validator.*',
  '*.validationResult',
  'celebrate.celebrate',
  'celebrate.Segments*',
  'celebrate.Joi.*',
  'celebrate.validator*',
  'joi.*',
  '@hapi/joi.*',
  'zod.*',
  'yup.*',
  'ajv.*',
  'class-validator.*',
  '@nestjs/common.ValidationPipe',
  'nestjs-zod.*Pipe',
  'valibot.*',
  'superstruct.*',
  '@hono/zod-validator.*',
  'hono-openapi*',
  '@hono/*-validator.*',
  'zod-express-middleware.*',
  'express-zod-safe*',
  'express-joi-validation*',
  'express-validation*',
  'validatorjs*',
  'webargs*',
  'marshmallow.*',
  'flask_smorest.*arguments',
  'flask_marshmallow.*',
  'flask_pydantic.validate',
  'apiflask.*input',
  'cerberus.*',
  'jsonschema.validate',
  'quart_schema.validate_request',
  '*.arguments',
  '*.is_valid',
  'pydantic.*',
];
/** Bases of classes that check what they are made of. */
export const SCHEMA_CLASSES =
  /(^|\.)(BaseModel|SQLModel|Schema|SQLAlchemyAutoSchema|SQLAlchemySchema|FlaskForm|Form|ModelForm|BaseForm|.*Serializer|ma\.Schema)$/;
/** Forms of Flask-WTF and Django. */
export const FORM_CLASSES = /(^|\.)(FlaskForm|Form|ModelForm|BaseForm|UserCreationForm|AuthenticationForm)$/;

/** Whether a call checks input, by its qualified name or, for `parse` and `load`, by what it is called on. */
export function isParse(name: string, callee: Value): boolean {
  if (matchesAny(name, VALIDATORS)) return true;
  // `schema.parse(req.body)`, `schema.load(…)`: a method name alone is not enough for parse and load.
  const written = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.name : '';
  return /schema\w*\.(parse|load|loads|validate|cast|check)$|(Schema|Validator|Dto)\.(parse|load|validate)$/i.test(
    written,
  );
}

/** Middleware that takes files. */
export const UPLOADS: readonly string[] = [
  'multer*',
  '@koa/multer*',
  'koa-multer*',
  'express-fileupload*',
  'formidable*',
  'busboy*',
  'connect-busboy*',
  '@nestjs/platform-express.File*',
];
