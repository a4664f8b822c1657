namespace CoopMarket.Domain.Shared;

/// <summary>A text in Vietnamese and, where somebody wrote it, in other languages.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly SortedDictionary<string, string> _texts;

    /// <param name="texts">By language code; empty texts count as missing.</param>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
        => _texts = new(texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value), StringComparer.Ordinal);

    /// <summary>The text in Vietnamese and, if given, in English and French.</summary>
    public LocalizedText(string vi, string? en = null, string? fr = null)
        : this([new("vi", vi), new("en", en ?? ""), new("fr", fr ?? "")])
    {
    }

    /// <summary>No text in any language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    public IReadOnlyDictionary<string, string> All => _texts;

    /// <summary>The Vietnamese text; empty if there is none.</summary>
    public string Vi => In("vi");

    /// <summary>The text in a language, else in English for who doesn't read Vietnamese, else in Vietnamese, else in any; never null.</summary>
    public string In(string language)
        => _texts.TryGetValue(language, out var text) || (language != "vi" && _texts.TryGetValue("en", out text)) || _texts.TryGetValue("vi", out text) ? text : _texts.Values.FirstOrDefault() ?? "";

    /// <summary>The code of the language in which <see cref="In"/> answers; null where there is no text at all.</summary>
    public string? Spoken(string language)
        => _texts.ContainsKey(language) ? language : language != "vi" && _texts.ContainsKey("en") ? "en" : _texts.ContainsKey("vi") ? "vi" : _texts.Keys.FirstOrDefault();

    /// <summary>The same with another text in one language; an empty one is taken away.</summary>
    public LocalizedText With(string language, string? text) => new(_texts.Where(t => t.Key != language).Append(new(language, text ?? "")));

    /// <summary>Vietnamese and English anew, the other languages as they were.</summary>
    /// <param name="typed">What the desk's own form says, which has these two only.</param>
    public LocalizedText Anew(LocalizedText typed) => With("vi", typed.Vi).With("en", typed._texts.GetValueOrDefault("en"));

    /// <summary>Whether somebody wrote it in that language.</summary>
    public bool Has(string language) => _texts.ContainsKey(language);

    public bool Equals(LocalizedText? other) => ReferenceEquals(this, other) || (other is not null && _texts.SequenceEqual(other._texts));

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => _texts.Aggregate(17, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => Vi;
}
