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
          const other = path => /^\/(en|fr)(\/|$)/.test(path);
          const own = path => prefix ? path === prefix || path.startsWith(prefix + '/') : !other(path);
          for (const e of document.querySelectorAll('a[href]:not([hreflang]), form, [formaction]')) {
            const to = new URL(e.formAction && e.matches('[formaction]') ? e.formAction : e.href ?? e.getAttribute('action') ?? location.href, location.href);
            if (to.origin === location.origin && !own(to.pathname)) faults.push(`leaves the language: ${to.pathname}`);
            if (to.pathname.includes('~')) faults.push(`is no address: ${to.pathname}`);
          }
          for (const e of document.querySelectorAll('link[href]:not([rel=canonical], [rel=alternate], [rel=manifest]), script[src], img[src], source[srcset]')) {
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

    // Sentences of the resources stand between marks, which may lie in different nodes; what is outside of them is told.
    private const string Unmarked = """
        const unmarked = () => {
          const found = [];
          const outside = (text, depth) => {
            let out = '';
            for (const c of text) {
              if (c === '⟦') depth++;
              else if (c === '⟧') depth--;
              else if (depth === 0) out += c;
            }
            if (/\p{L}{3}/u.test(out)) found.push(out.trim());
            return depth;
          };
          let depth = 0;
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!e.closest('script, style, template, .prose, textarea, [translate=no]')) depth = outside(walk.currentNode.data, depth);
          }
          for (const e of document.body.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
            for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (e.hasAttribute(name)) outside(e.getAttribute(name), 0);
          outside(document.title, 0);
          return found;
        };
        """;

    private const string FrenchLook = $$"""() => { {{Links}} {{Layout}} return { lang: document.documentElement.lang, links: links(), layout: layout(), axe: [] }; }""";

    private const string StrangeLook = $$"""() => { {{Unmarked}} {{Layout}} return { lang: document.documentElement.lang, links: unmarked(), layout: layout(), axe: [] }; }""";

    private const string Mirrored = $$"""() => { {{Layout}} document.documentElement.dir = 'rtl'; return layout(); }""";

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
    /// change widths, but not roles and labels, and the colors of both schemes come from the same few tokens at every width. What
    /// buyers open is read on a phone in French as well, and in a strange language, a good third longer, forward and mirrored.
    /// </summary>
    public async Task<IReadOnlyCollection<string>> FaultsAsync()
    {
        var path = visit.Path(full);
        await Task.WhenAll(
            InAsync("vi", ColorScheme.Light, page => LookOverAsync(page, "vi", path, axeAt: Phone, otherwise: Desk)),
            InAsync("en", ColorScheme.Dark, page => LookOverAsync(page, "en", In("en", path), axeAt: Desk, otherwise: Phone)),
            IsForBuyers(path) ? InAsync("fr", ColorScheme.Light, page => ReadFrenchAsync(page, In("fr", path))) : Task.CompletedTask,
            IsForBuyers(path) ? InAsync(StrangeWords.Language, ColorScheme.Light, page => ReadStrangelyAsync(page, In("en", path))) : Task.CompletedTask);
        return _faults;
    }

    private static string In(string language, string path) => path == "/" ? "/" + language : "/" + language + path;

    // Desks, the office and members' own pages are spoken in Vietnamese and English alone.
    private bool IsForBuyers(string path)
        => visit.Who is As.Guest or As.Shopper or As.Buyer && !new[] { "/sell", "/admin", "/income" }.Any(d => path == d || path.StartsWith(d + "/", StringComparison.Ordinal));

    private async Task InAsync(string language, ColorScheme scheme, Func<IPage, Task> look)
    {
        var page = await full.PageOfAsync(visit.Who, language, scheme);
        page.Console += Hear;
        page.PageError += Break;
        await look(page);
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
        await OpenAsync(page, language, address, axeAt);
        var seen = await page.EvaluateAsync<Seen>(FirstLook);
        if (seen.Lang != language)
            Fault($"{language}: says it speaks {seen.Lang}");
        Fault(seen.Links.Distinct(StringComparer.Ordinal).Select(f => $"{language}: {f}"));
        Fault(seen.Layout.Select(f => $"{language}, {axeAt} px: {f}"));
        Fault(seen.Axe.Select(f => $"{language}, {axeAt} px: {f}"));
        await page.SetViewportSizeAsync(otherwise, 800);
        Fault((await page.EvaluateAsync<string[]>(LayoutAlone)).Select(f => $"{language}, {otherwise} px: {f}"));
    }

    private async Task ReadFrenchAsync(IPage page, string address)
    {
        await OpenAsync(page, "fr", address, Phone);
        var seen = await page.EvaluateAsync<Seen>(FrenchLook);
        if (seen.Lang != "fr")
            Fault($"fr: says it speaks {seen.Lang}");
        Fault(seen.Links.Concat(seen.Layout).Distinct(StringComparer.Ordinal).Select(f => $"fr, {Phone} px: {f}"));
        Fault(full.Market.Words.MissingInFrench.Select(key => $"fr: no text «{key}», here or on a page before"));
    }

    private async Task ReadStrangelyAsync(IPage page, string address)
    {
        // In a currency that the market does not know, so that no kept page answers in a language of readers.
        await OpenAsync(page, StrangeWords.Language, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "currency=strange", Phone);
        var seen = await page.EvaluateAsync<Seen>(StrangeLook);
        var names = await full.NamesAsync();
        Fault(seen.Links.Where(text => !names.Know(text)).Distinct(StringComparer.Ordinal).Select(text => $"not out of the resources: {text}"));
        Fault(seen.Layout.Select(f => $"with longer words, {Phone} px: {f}"));
        Fault((await page.EvaluateAsync<string[]>(Mirrored)).Select(f => $"mirrored, {Phone} px: {f}"));
    }

    private async Task OpenAsync(IPage page, string language, string address, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var answer = await page.GotoAsync(address);
        if (visit.Act is { } act)
            await ActAsync(page, act);
        else if (answer!.Status != visit.Status)
            Fault($"{language}: answered {answer.Status}");
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
