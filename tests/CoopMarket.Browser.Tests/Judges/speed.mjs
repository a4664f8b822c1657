// Lighthouse tells how fast pages are for a phone on a slow line: node speed.mjs TIMES ADDRESS…; CHROME_PATH names the browser. Answers one list, as JSON.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [times, ...addresses] = process.argv.slice(2);
const found = [];
for (const address of addresses) {
  const page = { performance: [], lcp: [], tbt: [], moved: [], bytes: [] };
  // The first time files are made and code is compiled: it doesn't count.
  for (let time = 0; time <= Number(times); time++) {
    const chrome = await launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'] });
    try {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories: ['performance'], disableFullPageScreenshot: true });
      if (time === 0) continue;
      page.performance.push(lhr.categories.performance.score);
      page.lcp.push(lhr.audits['largest-contentful-paint'].numericValue);
      page.tbt.push(lhr.audits['total-blocking-time'].numericValue);
      page.moved.push(lhr.audits['cumulative-layout-shift'].numericValue);
      page.bytes.push(lhr.audits['total-byte-weight'].numericValue);
    } finally {
      chrome.kill();
    }
  }
  found.push(page);
}
console.log(JSON.stringify(found));
