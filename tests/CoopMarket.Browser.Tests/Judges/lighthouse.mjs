// Lighthouse looks at pages as a phone's reader: node lighthouse.mjs ADDRESS…; CHROME_PATH names the browser. Answers one list of what it found, as JSON.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'] });
const found = [];
try {
  for (const address of process.argv.slice(2)) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
      onlyAudits: ['cumulative-layout-shift'],
      disableFullPageScreenshot: true,
    });
    const weighty = Object.values(lhr.categories).flatMap((category) => category.auditRefs).filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
    found.push({
      address,
      scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score])),
      moved: lhr.audits['cumulative-layout-shift'].numericValue,
      faults: weighty
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score !== null && score < 1))
        .map(({ id, title, errorMessage, details }) => [id, errorMessage ?? title, ...(details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? JSON.stringify(item))].join(': ')),
    });
  }
} finally {
  chrome.kill();
}
console.log(JSON.stringify(found));
