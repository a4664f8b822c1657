namespace CoopMarket.Domain.Shared;

/// <summary>How a text came to be in a language. Readers are told of the last two.</summary>
public enum TextOrigin
{
    /// <summary>A person wrote it.</summary>
    Written,

    /// <summary>A machine translated it, and nobody has read it since.</summary>
    MachineDraft,

    /// <summary>A machine translated it and a person checked it.</summary>
    Checked,
}

/// <summary>How the texts of one thing came to be, language by language; a language that isn't named was written by a person.</summary>
public sealed class TextOrigins : IEquatable<TextOrigins>
{
    private readonly SortedDictionary<string, TextOrigin> _origins;

    /// <param name="origins">By language code; what a person wrote needs no entry.</param>
    public TextOrigins(IEnumerable<KeyValuePair<string, TextOrigin>> origins)
        => _origins = new(origins.Where(o => o.Value != TextOrigin.Written).ToDictionary(o => o.Key, o => o.Value), StringComparer.Ordinal);

    /// <summary>All by people.</summary>
    public static TextOrigins People { get; } = new([]);

    /// <summary>Only the languages in which a machine had a part.</summary>
    public IReadOnlyDictionary<string, TextOrigin> All => _origins;

    public TextOrigin this[string language] => _origins.GetValueOrDefault(language);

    /// <summary>The same with one language's texts made otherwise.</summary>
    public TextOrigins With(string language, TextOrigin origin) => new(_origins.Where(o => o.Key != language).Append(new(language, origin)));

    /// <summary>After a person wrote in the usual form: where a text is another than before it is hers now.</summary>
    /// <param name="texts">Each text before and after.</param>
    public TextOrigins After(params (LocalizedText Before, LocalizedText After)[] texts)
        => new(_origins.Where(o => texts.All(t => t.Before.All.GetValueOrDefault(o.Key) == t.After.All.GetValueOrDefault(o.Key))));

    public bool Equals(TextOrigins? other) => other is not null && _origins.SequenceEqual(other._origins);

    public override bool Equals(object? obj) => Equals(obj as TextOrigins);

    public override int GetHashCode() => _origins.Aggregate(19, (hash, o) => HashCode.Combine(hash, o.Key, o.Value));
}
