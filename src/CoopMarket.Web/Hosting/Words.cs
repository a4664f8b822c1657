using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// The market's sentences, out of <c>Resources/{area}.{language}.json</c>. Keys begin with the file's area. A sentence may
/// mention <c>{0}</c>, <c>{1}</c> …; <c>.one</c> beside a key is its singular.
/// </summary>
internal class Words
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLanguage = Load();

    /// <summary>The sentence in the language of the request.</summary>
    /// <exception cref="KeyNotFoundException">No language has it: a bug that a test finds first.</exception>
    public string this[string key, params object[] args] => In(Languages.Current, key, args);

    /// <summary>What the words are called that are spoken to the running request: whatever is drawn with them and kept is kept by it.</summary>
    public virtual string Spoken => CultureInfo.CurrentUICulture.Name;

    /// <summary>All keys of one language.</summary>
    public IReadOnlyDictionary<string, string> All(string language) => _byLanguage[language];

    /// <summary>Whether there is such a sentence.</summary>
    public bool Has(string key) => _byLanguage[Languages.All[0]].ContainsKey(key);

    /// <summary>The sentence in one language.</summary>
    public string In(string language, string key, params object[] args)
    {
        var sentence = Find(language, key);
        return args.Length == 0 ? sentence : string.Format(Languages.Culture(language), sentence, args);
    }

    /// <summary>The sentence for a number of things; the number is <c>{0}</c>, its thousands apart.</summary>
    public string Count(string key, long count, params object[] args)
        => this[Languages.IsOne(Languages.Current, count) && _byLanguage[Languages.Current].ContainsKey(key + ".one") ? key + ".one" : key, [count.ToString("#,0", CultureInfo.CurrentCulture), .. args]];

    /// <summary>A sentence that holds markup of its own; what it mentions is encoded unless it is markup already.</summary>
    public IHtmlContent Html(string key, params object[] args)
        => new HtmlString(string.Format(
            CultureInfo.CurrentCulture, this[key], [.. args.Select(a => a is IHtmlContent html ? html.ToString() : HtmlEncoder.Default.Encode(a.ToString() ?? ""))]));

    /// <summary>The sentence of a refusal.</summary>
    public string Of(Refusal refusal) => this[refusal.Key, [.. refusal.Args]];

    /// <summary>The sentence of a flaw.</summary>
    public string Of(Flaw flaw) => this[flaw.Key, flaw.Args];

    /// <summary>The bare sentence; where a language lacks it the desks' English, else Vietnamese.</summary>
    /// <exception cref="KeyNotFoundException">No language has it.</exception>
    protected virtual string Find(string language, string key)
        => _byLanguage[language].GetValueOrDefault(key) ?? _byLanguage[Languages.AtDesk(language)].GetValueOrDefault(key) ?? _byLanguage[Languages.All[0]].GetValueOrDefault(key)
            ?? throw new KeyNotFoundException($"There is no text «{key}».");

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = Languages.All.ToDictionary(l => l, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".json", StringComparison.Ordinal)))
        {
            var language = file.Split('.')[^2];
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, sentence) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts[language].Add(key, sentence);
        }

        return texts.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
