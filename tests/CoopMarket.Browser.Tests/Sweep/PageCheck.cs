using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Sweep;

/// <summary>Opens a page as somebody and looks it over.</summary>
internal sealed class PageCheck(FullMarket full, Visit visit)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    // The look says 48 px for what is tapped; 44 is where a finger begins to miss.
    private const string Layout = """
        const layout = () => {
          const faults = [];
          const seen = e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh') ? r : null; };
          const name = e => e.outerHTML.slice(0, 160);
          if (document.scrollingElement.scrollWidth > innerWidth) faults.push(`the page is ${document.scrollingElement.scrollWidth} px wide`);
          // main clips what is too wide, so the page alone would not tell.
          const scrolls = e => { for (let p = e; p && p !== document.body; p = p.parentElement) if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(p).overflowX)) return true; return false; };
          for (const e of document.querySelectorAll('main *')) {
            const r = seen(e);
            if (r && (r.right > innerWidth + 1 || r.left < -1) && !e.closest('svg svg, svg *') && !scrolls(e.parentElement)) { faults.push(`too wide, ${Math.round(r.left)} to ${Math.round(r.right)}: ${name(e)}`); break; }
          }
          for (const e of document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden]), a.btn, a.go')) {
            const target = e.matches('input[type=radio], input[type=checkbox], input[type=file]') ? e.closest('label') ?? e.parentElement : e;
            const r = seen(target);
            if (r && r.height < 43.5 && e.tabIndex >= 0 && !e.closest('p:not(:only-child) a')) faults.push(`only ${Math.round(r.height)} px high: ${name(e)}`);
          }
          return faults;
        };
        """;

    private const string Links = """
        const links = () => {
          const faults = [];
          const prefix = document.documentElement.lang === 'vi' ? '' : '/' + document.documentElement.lang;
          const other = path => path === '/en' || path.startsWith('/en/');
          for (const e of document.querySelectorAll('a[href], form, [formaction]')) {
            const to = new URL(e.formAction && e.matches('[formaction]') ? e.formAction : e.href ?? e.getAttribute('action') ?? location.href, location.href);
            if (to.origin === location.origin && (prefix ? !other(to.pathname) : other(to.pathname))) faults.push(`leaves the language: ${to.pathname}`);
            if (to.pathname.includes('~')) faults.push(`is no address: ${to.pathname}`);
          }
          for (const e of document.querySelectorAll('link[href]:not([rel=canonical], [rel=alternate]), script[src], img[src], source[srcset]')) {
            const to = new URL(e.href || e.src || e.srcset.split(' ')[0], location.href);
            if (other(to.pathname)) faults.push(`an asset under a language: ${to.pathname}`);
          }
          return faults;
        };
        """;

    // Only what is wrong is told, so that nothing else is named and carried over.
    private const string Axe = """
        const look = async () => {
          const { violations } = await axe.run({ resultTypes: ['violations'] });
          return violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        };
        """;

    private const string LayoutAlone = $$"""() => { {{Layout}} return layout(); }""";

    // Each question goes a long way: so all of the first look is one.
    private static readonly string FirstLook = $$"""
        async () => {
          {{Links}} {{Layout}} {{Axe}}
          return { lang: document.documentElement.lang, links: links(), layout: layout(), axe: await look() };
        }
        """;

    private readonly ConcurrentQueue<string> _faults = [];

    /// <summary>
    /// Everything that is wrong with the page; empty where all is well. It is loaded once in each language, and its layout is
    /// measured at both widths. axe looks at it in Vietnamese on a phone in the light and in English on a desk in the dark: words
    /// change widths, but not roles and labels, and the colors of both schemes come from the same few tokens at every width.
    /// </summary>
    public async Task<IReadOnlyCollection<string>> FaultsAsync()
    {
        var path = visit.Path(full);
        await Task.WhenAll(
            InAsync("vi", path, ColorScheme.Light, axeAt: Phone, otherwise: Desk),
            InAsync("en", path == "/" ? "/en" : "/en" + path, ColorScheme.Dark, axeAt: Desk, otherwise: Phone));
        return _faults;
    }

    private async Task InAsync(string language, string address, ColorScheme scheme, int axeAt, int otherwise)
    {
        var page = await full.PageOfAsync(visit.Who, language, scheme);
        page.Console += Hear;
        page.PageError += Break;
        await LookOverAsync(page, language, address, axeAt, otherwise);
        page.Console -= Hear;
        page.PageError -= Break;

        void Hear(object? sender, IConsoleMessage said)
        {
            if (said.Type == "error" && !said.Text.Contains($"status of {visit.Status}", StringComparison.Ordinal))
                Fault($"{language}: the console says: {said.Text}");
        }

        void Break(object? sender, string fault) => Fault($"{language}: a script broke: {fault}");
    }

    private async Task LookOverAsync(IPage page, string language, string address, int axeAt, int otherwise)
    {
        await page.SetViewportSizeAsync(axeAt, 800);
        var answer = await page.GotoAsync(address);
        if (visit.Act is { } act)
            await ActAsync(page, act);
        else if (answer!.Status != visit.Status)
            Fault($"{language}: answered {answer.Status}");
        var seen = await page.EvaluateAsync<Seen>(FirstLook);
        if (seen.Lang != language)
            Fault($"{language}: says it speaks {seen.Lang}");
        Fault(seen.Links.Distinct(StringComparer.Ordinal).Select(f => $"{language}: {f}"));
        Fault(seen.Layout.Select(f => $"{language}, {axeAt} px: {f}"));
        Fault(seen.Axe.Select(f => $"{language}, {axeAt} px: {f}"));
        await page.SetViewportSizeAsync(otherwise, 800);
        Fault((await page.EvaluateAsync<string[]>(LayoutAlone)).Select(f => $"{language}, {otherwise} px: {f}"));
    }

    // The page that answers the form is listened for before the form is sent.
    private async Task ActAsync(IPage page, string act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage opened) => loaded.TrySetResult();
        page.Load += Arrive;
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync(act), r => r.Request.IsNavigationRequest && r.Status == visit.Status);
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Arrive;
    }

    private void Fault(params IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>What the first look at a page tells.</summary>
    private sealed class Seen
    {
        public string Lang { get; set; } = "";

        public string[] Links { get; set; } = [];

        public string[] Layout { get; set; } = [];

        public string[] Axe { get; set; } = [];
    }
}
