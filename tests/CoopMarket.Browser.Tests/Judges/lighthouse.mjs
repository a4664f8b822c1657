// Lighthouse looks at pages as a phone's reader: node lighthouse.mjs ADDRESS…; CHROME_PATH names the browser. Answers one list of what it found, as JSON.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'] });
const found = [];
try {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
  for (const address of process.argv.slice(2)) {
    // From an empty tab a page comes up in a new process, and on a busy machine is there before that process records
    // anything: Lighthouse misses the page's beginning (NO_NAVSTART). So the tab is there before; what it keeps, Lighthouse clears away.
    const page = await browser.newPage();
    await page.goto(address);
    const settings = {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
      onlyAudits: ['cumulative-layout-shift'],
      disableFullPageScreenshot: true,
      skipAboutBlank: true,
    };
    const { lhr } = await lighthouse(address, settings, undefined, page);
    await page.close();
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
