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
    private const string Original = "vi";

    private readonly SortedDictionary<string, TextOrigin> _origins;
    private readonly SortedSet<string> _older;

    /// <param name="origins">By language code; what a person wrote needs no entry.</param>
    /// <param name="older">Languages whose texts are from before the Vietnamese was last changed; null: none.</param>
    public TextOrigins(IEnumerable<KeyValuePair<string, TextOrigin>> origins, IEnumerable<string>? older = null)
    {
        _origins = new(origins.Where(o => o.Value != TextOrigin.Written).ToDictionary(o => o.Key, o => o.Value), StringComparer.Ordinal);
        _older = new(older ?? [], StringComparer.Ordinal);
    }

    /// <summary>All by people.</summary>
    public static TextOrigins People { get; } = new([]);

    /// <summary>Only the languages in which a machine had a part.</summary>
    public IReadOnlyDictionary<string, TextOrigin> All => _origins;

    /// <summary>Languages whose texts are from before the Vietnamese was last changed, and nobody has looked since whether they still say the same.</summary>
    public IReadOnlyCollection<string> Older => _older;

    public TextOrigin this[string language] => _origins.GetValueOrDefault(language);

    /// <summary>The same with one language's texts made otherwise, or looked through beside the Vietnamese and left.</summary>
    public TextOrigins With(string language, TextOrigin origin) => new(_origins.Where(o => o.Key != language).Append(new(language, origin)), _older.Where(l => l != language));

    /// <summary>
    /// After a person wrote in the usual form: where a text is another than before it is hers now; where the Vietnamese is another and
    /// what stands in a language is not, that is older.
    /// </summary>
    /// <param name="texts">Each text before and after.</param>
    public TextOrigins After(params (LocalizedText Before, LocalizedText After)[] texts)
    {
        var there = texts.SelectMany(t => t.After.All.Keys).Where(l => l != Original).Distinct();
        return new(_origins.Where(o => !IsAnother(o.Key)), there.Where(l => !IsAnother(l) && (_older.Contains(l) || IsAnother(Original))));

        bool IsAnother(string language) => texts.Any(t => t.Before.All.GetValueOrDefault(language) != t.After.All.GetValueOrDefault(language));
    }

    public bool Equals(TextOrigins? other) => other is not null && _origins.SequenceEqual(other._origins) && _older.SetEquals(other._older);

    public override bool Equals(object? obj) => Equals(obj as TextOrigins);

    public override int GetHashCode() => _older.Aggregate(_origins.Aggregate(19, (hash, o) => HashCode.Combine(hash, o.Key, o.Value)), HashCode.Combine);
}
