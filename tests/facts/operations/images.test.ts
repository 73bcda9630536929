import { describe, expect, test } from 'vitest';
import { shellWords } from '../../../src/facts/operations/containers/start.ts';
import { commandsIn, fileIn, moduleIn } from '../../../src/facts/operations/images/commands.ts';

describe('what a command starts', () => {
  test.each([
    ['uvicorn app.main:app --port 80', ['api']],
    ['/app/.venv/bin/uvicorn app.main:app', ['api']],
    ['python -m uvicorn app.main:app', ['api']],
    ['tini -- poetry run gunicorn config.wsgi:application', ['api']],
    ['wait-for-it.sh db:5432 -- fastapi run app/main.py', ['api']],
    ['uv run --no-sync langgraph dev', ['api']],
    ['python manage.py runserver 0.0.0.0:8000', ['api']],
    ['python manage.py migrate && python manage.py runserver', ['api']],
    ['alembic upgrade head; celery -A tasks worker', ['worker']],
    ['uvicorn api:app & streamlit run ui.py', ['api', 'screen']],
    ['streamlit run app.py --server.port=8501', ['screen']],
    ['chainlit run app.py -h', ['screen']],
    ['next start -p 3000', ['rendered']],
    ['npx serve -s build', ['static']],
    ['npm exec vite preview', ['static']],
    ['nginx -g "daemon off;"', ['static']],
    ['vite build', []],
    ['npm run start:prod', ['script']],
    ['node dist/main', ['code']],
    ['bun run src/index.ts', ['code']],
    ['./server', ['binary']],
    ['echo uvicorn app:app', []],
    ['sleep infinity', []],
  ])('%s', (line, starts) => {
    expect(commandsIn(shellWords(line)).map((one) => one.starts)).toEqual(starts);
  });

  test.each([
    ['uvicorn app.main:app --host 0.0.0.0:80', 'app.main'],
    ['gunicorn -k uvicorn.workers.UvicornWorker -b 0.0.0.0:8000 api.main:create_app()', 'api.main'],
    ['gunicorn config.wsgi', 'config.wsgi'],
    ['uvicorn $APP_MODULE', null],
  ])('%s names the module %s', (line, module) => {
    expect(moduleIn(shellWords(line))).toBe(module);
  });

  test('a file is named, a variable is none', () => {
    expect(fileIn(['streamlit', 'run', '--server.port=1', 'ui/app.py'])).toBe('ui/app.py');
    expect(fileIn(['python', '$ENTRY.py'])).toBeNull();
  });
});
