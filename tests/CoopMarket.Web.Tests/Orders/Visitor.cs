using System.Net;
using System.Text.RegularExpressions;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>A person with a browser and no scripts: keeps cookies, sends forms as they stand on the page.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    private Visitor(HttpClient client) => _client = client;

    /// <summary>The page she looks at.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where she was sent; empty where she wasn't.</summary>
    public string Location { get; private set; } = "";

    /// <param name="languages">What her browser says of the languages that she reads; null where it says nothing.</param>
    public static Visitor Of(Market market, string? languages = null)
    {
        var client = market.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", languages ?? "");
        client.DefaultRequestHeaders.Add("Origin", Market.Address);
        return new(client);
    }

    /// <summary>Another page in the same browser.</summary>
    public Visitor Beside() => new(_client);

    public async Task<Visitor> OpenAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return await LookAsync(answer);
    }

    /// <summary>Sends a form that carries no token.</summary>
    public async Task<Visitor> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _client.PostAsync(path, body);
        return await LookAsync(answer);
    }

    /// <summary>Sends a form of the page with its hidden fields and its token, and what is typed.</summary>
    public Task<Visitor> SubmitAsync(string path, params (string Name, string Value)[] typed)
    {
        var hidden = HiddenField().Matches(Page).Select(m => (Name: WebUtility.HtmlDecode(m.Groups["name"].Value), Value: WebUtility.HtmlDecode(m.Groups["value"].Value)));
        return SendAsync(path, [.. hidden.Where(h => typed.All(t => t.Name != h.Name)).DistinctBy(h => h.Name), .. typed]);
    }

    /// <summary>Sends the same form and stays on the page; answers where it led.</summary>
    public async Task<string> PressAsync(string path, params (string Name, string Value)[] typed)
    {
        var hidden = HiddenField().Matches(Page).Select(m => (Name: WebUtility.HtmlDecode(m.Groups["name"].Value), Value: WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var body = new FormUrlEncodedContent(hidden.DistinctBy(h => h.Name).Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _client.PostAsync(path, body);
        return answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();
    }

    /// <summary>The value of a field of the page, as it would be sent.</summary>
    public string Field(string name) => WebUtility.HtmlDecode(Regex.Match(
        Regex.Match(Page, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, "value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    public void Dispose() => _client.Dispose();

    private async Task<Visitor> LookAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Location = answer.Headers.Location?.OriginalString ?? "";
        Page = await answer.Content.ReadAsStringAsync();
        return this;
    }

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
