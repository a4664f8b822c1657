using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>One request, as its owner would send it: where, what, and with which cookies.</summary>
internal sealed record Visit(string Verb, string Address, IReadOnlyList<(string Name, string Value)> Fields, FormFile[] Files, (string Name, string Value)[] Cookies)
{
    /// <summary>Where every visit comes from.</summary>
    public const string From = "203.0.113.77";

    /// <summary>Prepares what is needed, opens the page of the form as its owner and fills it in.</summary>
    public static async Task<Visit> OfAsync(World world, Row row, Attempt attempt, PersonId? owner)
    {
        var cookies = attempt.Before is null ? [] : await attempt.Before(world, world.A);
        var address = attempt.Address(world, world.A);
        if (row.Route.Handler != "-")
            address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + row.Route.Handler;
        if (row.Route.Verb != "POST" || row.Whom is Whom.Bank)
            return new(row.Route.Verb, address, [], [], cookies);

        using var browser = world.BrowserOf(owner, cookies);
        var typed = attempt.Typed(world, world.A).ToList();
        using var page = await browser.GetAsync(attempt.Page?.Invoke(world, world.A) ?? attempt.Address(world, world.A));
        var form = Find(await Browser.ParseAsync(page), row.Route, address, typed);
        return new(row.Route.Verb, address, form is null ? typed : [.. Browser.Filled(form, typed).Where(f => f.Name != FormToken.Field)], attempt.Files(), cookies);
    }

    /// <summary>The same with one thing for another wherever it stands.</summary>
    public Visit With(string name, string other) => this with
    {
        Address = Address.Replace(name, other, StringComparison.OrdinalIgnoreCase),
        Fields = [.. Fields.Select(f => (f.Name.Replace(name, other, StringComparison.OrdinalIgnoreCase), f.Value.Replace(name, other, StringComparison.OrdinalIgnoreCase)))],
    };

    public bool Names(string name)
        => Address.Contains(name, StringComparison.OrdinalIgnoreCase) || Fields.Any(f => f.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || f.Value.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sends it as somebody, with a token of her own where forms have one.</summary>
    public async Task<Answer> SendAsync(World world, PersonId? who, string prefix = "", bool token = true, (string Name, string Value)[]? origin = null)
    {
        var own = token && Verb == "POST" ? await world.TokenAsync(who) : null;
        using var browser = world.BrowserOf(who, own is null ? Cookies : [.. Cookies, own.Cookie]);
        browser.Headers.Add(FromElsewhere.Header, From);
        if (Verb != "POST")
        {
            using var request = new HttpRequestMessage(new(Verb), prefix + Address);
            return await Answer.OfAsync(await browser.Client.SendAsync(request));
        }

        return await Answer.OfAsync(await browser.SendAsync(prefix + Address, own is null ? Fields : [.. Fields, (FormToken.Field, own.Value)], Files, origin));
    }

    private static IHtmlFormElement? Find(IHtmlDocument document, Route route, string address, List<(string Name, string Value)> typed)
    {
        var forms = document.QuerySelectorAll<IHtmlFormElement>("form[method=post]").ToList();
        var fitting = forms.Where(f => Goals(f).Any(g => Leads(g, route, address))).ToList();
        return fitting.Find(f => typed.TrueForAll(t => f.Elements.Any(e => e.GetAttribute("name") == t.Name && e.GetAttribute("value") == t.Value)))
            ?? fitting.Find(f => typed.TrueForAll(t => f.Elements.Any(e => e.GetAttribute("name") == t.Name)))
            ?? fitting.Find(_ => true);
    }

    // Where a form may be sent: by itself, by one of its buttons, or by the script that keeps what is typed.
    private static IEnumerable<string> Goals(IHtmlFormElement form)
        => [form.GetAttribute("action") ?? "", .. form.Elements.Select(e => e.GetAttribute("formaction")).OfType<string>(), form.GetAttribute("data-autosave") ?? "none"];

    private static bool Leads(string goal, Route route, string address)
    {
        var handler = Regex.Match(goal, "handler=([A-Za-z]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var path = goal.Split('?')[0];
        return handler == (route.Handler == "-" ? "" : route.Handler) && (path.Length == 0 || path == address.Split('?')[0]);
    }
}

/// <summary>What a form proves by that it was opened: one half in a cookie, the other in a field.</summary>
internal sealed record FormToken((string Name, string Value) Cookie, string Value)
{
    public const string Field = "__RequestVerificationToken";

    /// <summary>Opens a page that has a form; its token is good for all forms of the same session.</summary>
    public static async Task<FormToken> OfAsync(Browser browser, string page, string cookie)
    {
        using var response = await browser.GetAsync(page);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        var half = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(cookie + "=", StringComparison.Ordinal));
        var value = (await Browser.ParseAsync(response)).QuerySelector($"input[name={Field}]")!.GetAttribute("value")!;
        return new(("form", half.Split(';')[0][(cookie.Length + 1)..]), value);
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Location, string Body)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
            return new(response.StatusCode, Browser.Goal(response) ?? "", await response.Content.ReadAsStringAsync());
    }

    /// <summary>The page without what differs at every answer, and without what was asked for.</summary>
    public string Plain(IEnumerable<string> asked)
    {
        var text = Regex.Replace(Body, "value=\"CfDJ8[^\"]+\"", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        return asked.Aggregate(text, (t, name) => t.Replace(name, "*", StringComparison.OrdinalIgnoreCase));
    }
}
