/** Which words in a heading say what its section is for. A newcomer's language is one more line of words. */
import type { Purpose } from './document.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

/** Words are normalised (lower case, no accents); see `mentions` for `=` and `*`. Most specific purposes first. */
const WORDS: readonly (readonly [Purpose, readonly string[]])[] = [
  [
    'roadmap',
    wordList(`
    roadmap*, road map, future*, next steps, next step, what s next, planned, plans, upcoming,
    coming soon, =todo, =todos, =to do, =todo list, improvements, improvement, enhancements,
    limitations, known issues, out of scope, not implemented, wishlist, ideas, proximos pasos, mejoras,
    trabajo futuro, futuras, futuro, proximos passos, melhorias, trabalhos futuros, limitaciones,
    limitacoes, ameliorations, a venir, feuille de route, ausblick, geplant*, rencana,
    pengembangan selanjutnya, 향후, 로드맵, 개선, 未来, 計画, 计划, 路线图, 待办, 今後,
    планы, в планах, возможные улучшения, дальнеишее развитие, план развития
  `),
  ],
  [
    'license',
    wordList(`
    license, licence, licensing, licencia, licenca, lizenz, lisensi, 라이선스, 许可, 許可, ライセンス,
    лицензи*, lisans*
  `),
  ],
  [
    'contact',
    wordList(`
    contact*, author, authors, about me, about the author, stay in touch, get in touch, connect, maintainer*, contributors, contributor,
    credits, acknowledg*, thanks, team, connect with me, =support, social, autor*, autora, contato,
    contacto, equipo, equipe, agradec*, auteur*, autoren, kontakt, penulis, kontak, 저자, 팀, 作者, 联系, 致谢,
    연락,
    автор*, контакт*
  `),
  ],
  [
    'testing',
    wordList(`
    test, tests, testing, test case, coverage, code quality, =quality, pruebas, testes, prueba, testen, pengujian, 테스트,
    测试, テスト,
    тестировани*, тесты
  `),
  ],
  [
    'structure',
    wordList(`
    structure, project layout, =layout, folder*, directory*, directories, file tree, repository tree,
    project tree, codebase, project organization, =files, project files, estructura, estrutura, arborescence,
    projektstruktur, ordnerstruktur, verzeichnis*, struktur*, 구조, 디렉토리, 폴더, 结构, 結構, 目录, 目錄, 構成,
    структур*, proje yapısı
  `),
  ],
  [
    'data-model',
    wordList(`
    erd, er diagram, e r diagram, entity relationship, entity relation*, data model, database schema,
    db schema, =schema, database design, database model, data models, modelo de datos, modelo de dados,
    modelo entidad*, modelagem, base de datos, esquema, datenmodell, skema, 数据库设计, 数据模型, erd 다이어그램,
    데이터 모델,
    модель данных, схема базы, схема бд, база данных
  `),
  ],
  [
    'deployment',
    wordList(`
    deploy*, production, hosting, hosted, live url, cloud run, kubernetes, ci cd, despliegue,
    implantacao, produccion, producao, deploiement, mise en production, bereitstellung, 배포, 部署, 上线,
    デプロイ, penerapan,
    деплои*, развертывани*
  `),
  ],
  [
    'demo',
    wordList(`
    demo, demos, demonstration, demonstrations, screenshot*, screen shots, preview, video, walkthrough, live, gallery, screens, showcase,
    in action, results, sample output, capturas, captura, demostracion, demonstracao, telas, capture*,
    apercu, vorschau, tangkapan layar, pratinjau, 데모, 시연, 스크린샷, 화면, 截图, 演示, 预览, デモ,
    скриншот*, демо*
  `),
  ],
  [
    'prerequisites',
    wordList(`
    prerequisite*, pre requisite*, requirements, requirement, system requirements, dependencies,
    prerequisitos, requisitos, pre requisitos, dependencias, prerequis, pre requis, voraussetzung*,
    anforderungen, prasyarat, persyaratan, 요구 사항, 요구사항, 依赖, 要求, 前提,
    требовани*, зависимост*, gereksinim*
  `),
  ],
  [
    'setup',
    wordList(`
    install*, setup, set up, setting up, setting, getting started, get started, quick start, quickstart,
    quick setup, configuration, configure, configuring, environment, env, local development,
    development setup, docker, build, building, bootstrap, clone, start, instalacion, instalar,
    configuracion, puesta en marcha, inicio rapido, ejecucion rapida, instalacao, configuracao,
    comecando, como instalar, primeiros passos, variaveis de ambiente, variables de entorno, demarrage,
    einrichtung, einrichten, aufsetzen, installieren, schnellstart, instalasi, memulai, pengaturan, 설치, 설정, 시작, 安装, 安裝, 快速开始, 快速開始, 配置, 設定, 建置, 啟動環境,
    環境構築, インストール,
    установк*, настроик*, начало работы, быстрыи старт, конфигураци*, kurulum*
  `),
  ],
  [
    'usage',
    wordList(`
    usage, use, using, how to, run, running, commands, command, cli, examples, example, endpoint*, api,
    apis, routes, api reference, api documentation, tutorial, guide, workflow, how it works, request*,
    options, arguments, args, sample, swagger, access, try, uso, como usar, usar, ejecucion, ejecutar,
    comandos, ejemplos, ejemplo, exemplos, exemplo, executar, execucao, como executar, rodar,
    como rodar, rotas, rutas, endpoints da api, utilisation, exemples, commandes, lancer, verwendung,
    benutzung, benutzen, bedienung, anwendung, nutzung, beispiele, befehle, starten, penggunaan, cara menjalankan, menjalankan,
    perintah, contoh, 사용, 실행, 명세, 예제, 使用, 用法, 运行, 執行, 操作, 示例, 範例, 接口, 命令, 指令, 使い方, 実行,
    использовани*, команд*, пример*, запуск*, как запустить, как пользоваться, эндпоинт*, kullanım*
  `),
  ],
  [
    'features',
    wordList(`
    feature*, functionality, functionalities, capabilities, what it does, what it can do, highlights,
    what you can do, caracteristicas, funcionalidades, funcionalidade, recursos, funciones,
    fonctionnalites, funktionen, merkmale, fitur*, 기능, 功能, 特性, 特点, 機能,
    возможности, функционал*, функци*, ozellik*
  `),
  ],
  [
    'architecture',
    wordList(`
    architecture*, architectural, system design, design, diagram*, how it works, pipeline, flow, flows,
    workflow, system overview, data flow, infrastructure, topology, components, arquitectura,
    arquitetura, diseno, diagrama*, flujo, fluxo, architektur, systemarchitektur, arsitektur, alur,
    아키텍처, 설계, 흐름, 架构, 架構, 設計, 设计, 流程, アーキテクチャ,
    архитектур*, mimari*
  `),
  ],
  [
    'description',
    wordList(`
    about, overview, description, introduction, intro, what, what is, what is it, summary, purpose,
    motivation, background, why, goal*, objective*, abstract, the problem, problem, context, project,
    tl dr, acerca, descripcion, sobre, descricao, objetivo*, resumen, resumo, introduccion, introducao,
    visao geral, vision general, apercu, a propos, presentation, contexte, beschreibung, uberblick,
    ubersicht, einleitung, uber das projekt, deskripsi, tentang, pengantar, 개요, 소개, 설명, 프로젝트, 简介, 簡介, 介绍, 介紹,
    概述, 背景, 项目, 概要, について,
    описани*, о проекте, обзор, введени*, hakkında
  `),
  ],
];

/** Documents repeat their headings ("Usage", "Installation"), and one may have thousands. */
const known = new Map<string, readonly Purpose[]>();
const MAX_KNOWN = 1_000;
const MAX_KEPT = 200;

/** Every purpose that a heading's words name; `other` alone where none does. */
export function purposesOf(heading: string): readonly Purpose[] {
  const before = known.get(heading);
  if (before !== undefined) return before;
  const purposes = namedBy(heading);
  if (known.size < MAX_KNOWN && heading.length < MAX_KEPT) known.set(heading, purposes);
  return purposes;
}

function namedBy(heading: string): readonly Purpose[] {
  const words = normalise(heading);
  const found = WORDS.filter(([, list]) => mentions(words, list) !== null).map(([purpose]) => purpose);
  // "Running tests", "Deployment setup", "Future features", "Author": the narrower word decides.
  // "Testing the API" shows its use.
  const tries = mentions(words, TRIED) !== null;
  const narrow = found.find((purpose) => NARROW.has(purpose) && !(purpose === 'testing' && tries));
  if (narrow !== undefined)
    return [narrow, ...found.filter((purpose) => purpose === 'deployment' && narrow === 'demo')];
  // "Project" and "what" say what a section is only when nothing else does.
  const rest =
    found.length > 1
      ? found.filter((purpose) => purpose !== 'description' && !(purpose === 'testing' && tries))
      : found;
  return rest.length === 0 ? ['other'] : rest;
}

const TRIED = wordList(`api, apis, endpoint*, manually`);
const NARROW: ReadonlySet<Purpose> = new Set([
  'roadmap',
  'license',
  'contact',
  'testing',
  'structure',
  'data-model',
]);
