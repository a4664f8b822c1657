using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What a line that a source tells is to the movements that are stored.</summary>
public enum TellingKind
{
    /// <summary>None of them.</summary>
    New,

    /// <summary>One of them, told once more.</summary>
    Known,

    /// <summary>Perhaps one of them: it is stored, pays nothing, and a person decides.</summary>
    Doubtful,
}

/// <summary>A stored movement of the same account, direction and amount, as far as it takes to know it again.</summary>
/// <param name="Day">In Vietnam.</param>
/// <param name="Balance">What was on the account afterwards, in đồng; null where its source didn't say.</param>
/// <param name="ToldBy">Which sources have told it.</param>
public sealed record StoredMovement(MoneyInId Id, string Reference, DateOnly Day, string Text, long? Balance, IReadOnlyCollection<MoneySource> ToldBy);

/// <summary>
/// Decides whether a line tells a movement that is stored already. Two sources may give one movement two references, and a bank may
/// give two movements of two days one reference, so neither proves anything alone. A source tells a movement once: whatever else fits,
/// what it told already is another movement.
/// </summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Movement">The one that it is, or may be; null where it is new.</param>
public sealed record Telling(TellingKind Kind, MoneyInId? Movement)
{
    /// <summary>Within so many days two sources may write down one movement: banks book what comes at a holiday after it.</summary>
    public const int MostDaysApart = 10;

    // Shorter texts say nothing of who sent it.
    private const int LeastText = 6;

    /// <summary>It is none of them.</summary>
    public static readonly Telling None = new(TellingKind.New, null);

    /// <summary>Decides one line.</summary>
    /// <param name="line">As its source tells it.</param>
    /// <param name="alike">Stored movements with its account, direction and amount, and no others.</param>
    /// <param name="beside">
    /// By reference and day, what the same file tells with the same account, direction and amount: a movement that stands in it by its own name is
    /// no other line of it, in whatever order they come.
    /// </param>
    public static Telling Of(BankLine line, IEnumerable<StoredMovement> alike, IReadOnlySet<(string Reference, DateOnly Day)> beside)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(alike);
        ArgumentNullException.ThrowIfNull(beside);
        var codes = Codes(line.Transfer.Text);
        var near = alike.Where(m => Apart(line, m) <= MostDaysApart).OrderByDescending(m => Codes(m.Text).SetEquals(codes)).ThenBy(m => Apart(line, m)).ToList();
        if (near.Find(m => m.Reference == line.Reference && (Apart(line, m) == 0 || !m.ToldBy.Contains(line.Source)) && !Contradict(codes, Codes(m.Text))) is { } named)
            return new(TellingKind.Known, named.Id);

        var others = near.FindAll(m => !m.ToldBy.Contains(line.Source) && (m.Reference == line.Reference || !beside.Contains((m.Reference, m.Day))));
        if (line.Balance is { } after && others.Find(m => m.Balance == after && !Contradict(codes, Codes(m.Text))) is { } same)
            return new(TellingKind.Known, same.Id);
        var alikes = others.FindAll(m => Apart(line, m) <= 1 && SaysTheSame(line.Transfer.Text, codes, m.Text));
        // A statement holds every movement of its days, so each that the feed told of such a day stands in it, once.
        if (alikes.Find(m => Apart(line, m) == 0 && (m.Balance is null || line.Balance is null)) is { } sameDay)
            return new(TellingKind.Known, sameDay.Id);
        return alikes is [var perhaps, ..] ? new(TellingKind.Doubtful, perhaps.Id) : None;
    }

    private static int Apart(BankLine line, StoredMovement movement) => Math.Abs(line.Day.DayNumber - movement.Day.DayNumber);

    private static HashSet<string> Codes(string text) => [.. PublicCode.Find(text).Select(c => c.Value)];

    private static bool Contradict(HashSet<string> one, HashSet<string> other) => one.Count > 0 && other.Count > 0 && !one.SetEquals(other);

    private static bool SaysTheSame(string text, HashSet<string> codes, string other)
    {
        var named = Codes(other);
        if (codes.Count > 0 || named.Count > 0)
            return codes.SetEquals(named);
        var (one, two) = (Plain(text), Plain(other));
        return Math.Min(one.Length, two.Length) >= LeastText && (one.Contains(two, StringComparison.Ordinal) || two.Contains(one, StringComparison.Ordinal));
    }

    private static string Plain(string text) => new([.. Folding.Fold(text).Where(char.IsAsciiLetterOrDigit)]);
}

/// <summary>A source told a movement that another source, or it itself by another name, had told before.</summary>
public sealed class FurtherTelling
{
    private FurtherTelling()
    {
    }

    public MoneySource Source { get; private init; }

    /// <summary>The line's name at its source; unique there.</summary>
    public string SourceId { get; private init; } = "";

    public MoneyInId Money { get; private init; }

    /// <summary>The reference that the source gave it.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset ToldAt { get; private init; }

    public static FurtherTelling Of(BankLine line, MoneyInId money, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new() { Source = line.Source, SourceId = line.SourceId, Money = money, Reference = line.Reference, ToldAt = now };
    }
}
