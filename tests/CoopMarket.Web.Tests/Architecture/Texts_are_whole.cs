using System.Text.RegularExpressions;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Architecture;

public sealed partial class Texts_are_whole
{
    [Fact]
    public async Task Every_language_of_the_desks_has_every_sentence_with_the_same_gaps()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var vi = words.All("vi");
        foreach (var language in Languages.OfDesks.Skip(1))
        {
            var other = words.All(language);
            vi.Keys.Where(k => !other.ContainsKey(k)).ShouldBeEmpty($"missing in {language}");
            other.Keys.Where(k => !vi.ContainsKey(k) && !k.EndsWith(".one", StringComparison.Ordinal)).ShouldBeEmpty("missing in vi");
            vi.Where(t => other.ContainsKey(t.Key) && !Gaps(t.Value).SetEquals(Gaps(other[t.Key]))).Select(t => t.Key).ShouldBeEmpty("other gaps");
        }
    }

    [Fact]
    public void No_page_holds_a_sentence_of_its_own()
    {
        var literal = from file in Sources.Files("src/CoopMarket.Web/Features", "*.cshtml")
                      let markup = RazorCode().Replace(file.Text, "")
                      from Match text in TextNode().Matches(markup)
                      where Letters().IsMatch(text.Groups["text"].Value.Replace("CoopMarket", "", StringComparison.Ordinal))
                      select $"{file.Path}: {text.Groups["text"].Value.Trim()}";
        literal.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_that_a_page_names_is_there()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        var named = from file in Sources.Files("src/CoopMarket.Web", "*.cs*")
                    from Match key in NamedKey().Matches(file.Text)
                    where !words.Has(key.Groups["key"].Value)
                    select $"{file.Path}: {key.Groups["key"].Value}";
        named.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_deed_that_the_audit_writes_down_has_its_words()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        string[] others = ["audit.looked", "audit.flaw", "audit.guest", "audit.market"];
        var deeds = typeof(ICommand).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && (t.IsAssignableTo(typeof(IForCooperative)) || t.IsAssignableTo(typeof(IForAdmin)) || t.IsAssignableTo(typeof(IAudited))))
            .Where(t => !t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)))
            .Select(t => "audit." + RequestName.Of(t)).ToList();
        deeds.ShouldContain("audit.Orders.AcceptSellerOrder");
        foreach (var language in Languages.OfDesks)
        {
            deeds.Where(d => !words.All(language).ContainsKey(d)).ShouldBeEmpty($"without words in {language}");
            words.All(language).Keys.Where(k => k.StartsWith("audit.", StringComparison.Ordinal)).Except(others).Except(deeds).ShouldBeEmpty($"words of nothing in {language}");
        }
    }

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("""(?:\bT|Words|words)\[(?:"(?<key>[a-z][\w.-]+)")[\],]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKey();

    // Code blocks, comments, expressions and directives: what is left is markup.
    [GeneratedRegex(@"@\*.*?\*@|^\s*@(?:page|model|using|inject|namespace|addTagHelper).*$|@\{(?:[^{}]|\{[^{}]*\})*\}|@\((?:[^()]|\([^()]*\))*\)|@[\w.?!]+(?:\[(?:[^\[\]]|\[[^\]]*\])*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[\w.?!])*", RegexOptions.Multiline | RegexOptions.Singleline, 5000)]
    private static partial Regex RazorCode();

    [GeneratedRegex(@">(?<text>[^<>{}]+)<", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
