using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>
/// A word that food may not be praised with, from a day on: food heals nothing and is no medicine (Law on Food Safety 55/2010/QH12,
/// Art. 5, on food advertising that is untrue or misleads; Decree 46/2026/NĐ-CP, whose inspections compare what shops write with what
/// was declared; for readers in the Union Regulation (EU) 1169/2011, Art. 7(3)). Rows are only ever added: the latest one of a word
/// counts, so one that was asked about by mistake is let go by another row.
/// </summary>
public sealed class ForbiddenWord : Entity
{
    /// <summary>Characters of a word or of some that stand together.</summary>
    public const int MostLetters = 60;

    private ForbiddenWord()
    {
    }

    public RuleId Id { get; private init; }

    /// <summary>Its language's code. Words in Vietnamese are looked for in every text, others in texts of their own language.</summary>
    public string Language { get; private init; } = "";

    /// <summary>As it is told to people: one word, or some that stand together.</summary>
    public string Words { get; private init; } = "";

    /// <summary>As it is looked for: lower case, without marks.</summary>
    public string Folded { get; private init; } = "";

    /// <summary>Whether texts with it wait for an admin; else it is let go from this day on.</summary>
    public bool IsHeld { get; private init; }

    /// <summary>UTC; counts from here on.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>The admin; null where the market began with it.</summary>
    public PersonId? By { get; private init; }

    public static ForbiddenWord Write(RuleId id, string language, string words, bool isHeld, DateTimeOffset from, DateTimeOffset now, PersonId? by)
        => new() { Id = id, Language = language, Words = words, Folded = Folding.Fold(words), IsHeld = isHeld, From = from, AddedAt = now, By = by };

    /// <summary>What counts at a moment, UTC.</summary>
    public static IReadOnlyList<ForbiddenWord> InForce(IEnumerable<ForbiddenWord> rows, DateTimeOffset at)
        => [.. rows.Where(r => r.From <= at).GroupBy(r => (r.Language, r.Folded))
            .Select(g => g.OrderBy(r => r.From).ThenBy(r => r.AddedAt).ThenBy(r => r.Id.Value).Last()).Where(r => r.IsHeld)];

    /// <summary>
    /// Which of some words stand in texts, as they are told to people, each once. They are found whole and together, whatever their
    /// case and marks: «trà» is not found in «traverse», «ung thư» is found in «UNG-THU».
    /// </summary>
    public static IReadOnlyList<string> In(IEnumerable<LocalizedText> texts, IReadOnlyCollection<ForbiddenWord> words)
    {
        List<string> found = [];
        foreach (var (language, text) in texts.SelectMany(t => t.All))
        {
            var folded = $" {Folding.Fold(text)} ";
            found.AddRange(words.Where(w => (w.Language == language || w.Language == "vi") && folded.Contains($" {w.Folded} ", StringComparison.Ordinal)).Select(w => w.Words));
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
