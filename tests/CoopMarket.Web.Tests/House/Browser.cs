using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CoopMarket.Web.Tests.House;

/// <summary>A file for a form.</summary>
internal sealed record FormFile(string Field, string Name, byte[] Bytes, string ContentType = "application/octet-stream");

/// <summary>
/// What a browser without scripts does: keeps cookies, opens pages, and sends a page's form with everything that stands in it,
/// the token too. It never follows redirects by itself.
/// </summary>
internal sealed class Browser(HttpClient client) : IDisposable
{
    public HttpClient Client { get; } = client;

    /// <summary>Headers for every request from here on, such as User-Agent.</summary>
    public HttpRequestHeaders Headers => Client.DefaultRequestHeaders;

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, $"{path} → {response.Headers.Location}");
        return await ParseAsync(response);
    }

    /// <summary>Opens the page, fills its form in and sends it as a browser would.</summary>
    /// <param name="page">The address of the page that holds the form.</param>
    /// <param name="form">A CSS selector of the form; null: the one that has all the fields, else the page's first in main.</param>
    /// <param name="fields">What is typed; a field given twice is sent twice. «!name» takes a field out.</param>
    /// <param name="files">Files to send along.</param>
    public async Task<HttpResponseMessage> PostFormAsync(string page, IEnumerable<(string Name, string Value)> fields, string? form = null, params FormFile[] files)
    {
        var document = await OpenAsync(page);
        var typed = fields.ToList();
        var found = Find(document, form, typed) ?? throw new InvalidOperationException($"{page} has no such form: {form ?? string.Join(", ", typed.Select(t => t.Name))}");
        var action = found.GetAttribute("action") is { Length: > 0 } given ? given : page;
        return await SendAsync(action, Filled(found, typed), files);
    }

    /// <inheritdoc cref="PostFormAsync(string, IEnumerable{ValueTuple{string, string}}, string, FormFile[])"/>
    public Task<HttpResponseMessage> PostFormAsync(string page, params (string Name, string Value)[] fields) => PostFormAsync(page, fields.AsEnumerable());

    /// <summary>Sends fields without opening a page first, as a script of an attacker's would; from the market's own origin unless told otherwise.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, fields, []);

    /// <summary>Where a redirect leads, without host.</summary>
    public static string? Goal(HttpResponseMessage response) => response.Headers.Location is { } goal ? goal.IsAbsoluteUri ? goal.PathAndQuery : goal.OriginalString : null;

    /// <summary>The page of an answer. Whatever in it points at another place of the page must find it: a sentence that a screen reader looks for, a field's name, a list.</summary>
    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
        var ids = page.All.Select(e => e.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] pointers = ["aria-describedby", "aria-labelledby", "aria-controls", "for", "list", "form"];
        foreach (var pointer in pointers)
            foreach (var pointing in page.QuerySelectorAll($"[{pointer}]"))
                pointing.GetAttribute(pointer)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBeSubsetOf(ids, pointing.OuterHtml);
        return page;
    }

    public void Dispose() => Client.Dispose();

    /// <summary>Sends fields and files to an address.</summary>
    /// <param name="path">The address.</param>
    /// <param name="fields">What the form holds.</param>
    /// <param name="files">Files to send along.</param>
    /// <param name="origin">The headers that tell from which site the form comes; null: from the market's own.</param>
    public async Task<HttpResponseMessage> SendAsync(
        string path, IEnumerable<(string Name, string Value)> fields, FormFile[] files, (string Name, string Value)[]? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        foreach (var (name, value) in origin ?? [("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")])
            request.Headers.Add(name, value);
        if (files.Length == 0)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }
        else
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
                content.Add(new StringContent(value), name);
            foreach (var file in files)
            {
                var bytes = new ByteArrayContent(file.Bytes);
                bytes.Headers.ContentType = new(file.ContentType);
                content.Add(bytes, file.Field, file.Name);
            }

            request.Content = content;
        }

        return await Client.SendAsync(request);
    }

    private static IHtmlFormElement? Find(IHtmlDocument document, string? selector, List<(string Name, string Value)> typed)
    {
        if (selector is not null)
            return document.QuerySelector<IHtmlFormElement>(selector);
        var forms = (document.QuerySelector("main") ?? document.DocumentElement).QuerySelectorAll<IHtmlFormElement>("form[method=post]").ToList();
        return forms.Find(f => typed.TrueForAll(t => t.Name[0] == '!' || f.Elements.Any(e => e.GetAttribute("name") == t.Name)))
            ?? (forms.Count == 1 ? forms[0] : null);
    }

    /// <summary>What a form sends when it is left as it stands but for what is typed.</summary>
    public static List<(string Name, string Value)> Filled(IHtmlFormElement form, List<(string Name, string Value)> typed)
    {
        var names = typed.Select(t => t.Name.TrimStart('!')).ToHashSet(StringComparer.Ordinal);
        List<(string, string)> sent = [];
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || names.Contains(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                    if (tick.IsChecked)
                        sent.Add((name, tick.Value));
                    break;
                case IHtmlInputElement input:
                    sent.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    sent.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    sent.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)));
                    break;
            }
        }

        return [.. sent, .. typed.Where(t => t.Name[0] != '!')];
    }
}
