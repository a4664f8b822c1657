using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.Browser.Tests;

/// <summary>
/// The market's sentences, for tests alone. It notes what French lacks. To a request that asks for it, it speaks a language that
/// nobody speaks: English with its vowels doubled, so a good third longer, between marks that no text of the market has. What a page
/// shows outside of the marks doesn't come out of the resources.
/// </summary>
internal sealed partial class StrangeWords(IHttpContextAccessor accessor) : Words
{
    /// <summary>What this language is called among the sweep's.</summary>
    public const string Language = "strange";

    /// <summary>The header of a request that wants to hear it.</summary>
    public const string Header = "X-Strange-Words";

    private readonly ConcurrentDictionary<string, byte> _missing = new(StringComparer.Ordinal);

    /// <summary>Keys that a page in French asked for in vain.</summary>
    public IEnumerable<string> MissingInFrench => _missing.Keys;

    public override string Spoken => IsAsked ? Language : base.Spoken;

    private bool IsAsked => accessor.HttpContext?.Request.Headers.ContainsKey(Header) == true;

    /// <summary>A sentence as that language has it; gaps and markup stay as they are.</summary>
    public static string Strange(string sentence) => "⟦" + Piece().Replace(sentence, m => m.Groups["vowel"].Success ? m.Value + m.Value.ToLowerInvariant() : m.Value) + "⟧";

    protected override string Find(string language, string key)
    {
        if (language == "fr" && !All(language).ContainsKey(key))
            _missing[key] = 0;
        var sentence = base.Find(language, key);
        // Names of countries are kept for all readers once they were asked for; languages are called the same in every one.
        var isSame = key.StartsWith("countries.", StringComparison.Ordinal) || key.StartsWith("shared.language.", StringComparison.Ordinal);
        return !isSame && IsAsked ? Strange(sentence) : sentence;
    }

    [GeneratedRegex(@"<[^>]*>|\{[^}]*\}|&\w+;|(?<vowel>[AEIOUaeiou])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}
