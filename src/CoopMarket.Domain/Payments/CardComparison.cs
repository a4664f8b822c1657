using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>How the card gateway's books and ours differ.</summary>
public enum CardDifferenceKind
{
    /// <summary>A line of theirs that nothing here explains.</summary>
    OnlyTheirs,

    /// <summary>A row of ours of which their books say nothing.</summary>
    OnlyOurs,

    /// <summary>A line of theirs that ours had explained, and by now contradicts.</summary>
    Contradicted,

    /// <summary>A line of theirs in a currency that the market doesn't know.</summary>
    Strange,

    /// <summary>A page that was paid says another amount than ours.</summary>
    Page,

    /// <summary>What they hold of a currency is not what their lines come to.</summary>
    TheirSum,

    /// <summary>What they hold of a currency is not what we say, although every line is explained.</summary>
    Sum,
}

/// <summary>One way in which the books differ.</summary>
/// <param name="Name">The gateway's name for it; the currency's for a sum.</param>
/// <param name="Amount">What it is about; null where that can't be said.</param>
public sealed record Difference(CardDifferenceKind Kind, string Name, Money? Amount);

/// <summary>What is held of a currency.</summary>
/// <param name="Theirs">By the gateway's lines.</param>
/// <param name="Ours">By our rows.</param>
/// <param name="OnTheWay">What lies between the two: lines of theirs that wait for ours, less rows of ours that wait for theirs.</param>
public sealed record HeldAtCards(Money Theirs, Money Ours, Money OnTheWay);

/// <summary>A difference that a comparison found.</summary>
public sealed class CardDifference
{
    private CardDifference()
    {
    }

    internal CardDifference(CardComparisonId comparison, int number, Difference found)
        => (Comparison, Number, Kind, Name, Amount, Currency) = (comparison, number, found.Kind, found.Name, found.Amount?.Minor, found.Amount?.Currency);

    public CardComparisonId Comparison { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public CardDifferenceKind Kind { get; private init; }

    /// <summary>The gateway's name for it; the currency's for a sum.</summary>
    public string Name { get; private init; } = "";

    /// <summary>In the currency's smallest unit; null where it can't be said.</summary>
    public long? Amount { get; private init; }

    /// <summary>Null where there is no amount.</summary>
    public Currency? Currency { get; private init; }
}

/// <summary>What was held of a currency when the books were compared.</summary>
public sealed class CardBalance
{
    private CardBalance()
    {
    }

    internal CardBalance(CardComparisonId comparison, HeldAtCards held)
        => (Comparison, Currency, Theirs, Ours, OnTheWay) = (comparison, held.Theirs.Currency, held.Theirs, held.Ours, held.OnTheWay);

    public CardComparisonId Comparison { get; private init; }

    public Currency Currency { get; private init; }

    /// <summary>By the gateway's lines.</summary>
    public Money Theirs { get; private init; }

    /// <summary>By our rows.</summary>
    public Money Ours { get; private init; }

    /// <summary>What lies between the two.</summary>
    public Money OnTheWay { get; private init; }
}

/// <summary>One comparison of the card gateway's books with ours. Written once.</summary>
public sealed class CardComparison
{
    private readonly List<CardDifference> _differences = [];
    private readonly List<CardBalance> _balances = [];

    private CardComparison()
    {
    }

    public CardComparisonId Id { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Whether the gateway let its books be read; where it did not, nothing was compared.</summary>
    public bool IsReached { get; private init; }

    /// <summary>How many lines the gateway's books have.</summary>
    public int Moves { get; private init; }

    /// <summary>How many of them wait for what is on its way.</summary>
    public int Waiting { get; private init; }

    /// <summary>How many differences were found.</summary>
    public int Unexplained { get; private init; }

    public IReadOnlyList<CardDifference> Differences => _differences;

    public IReadOnlyList<CardBalance> Balances => _balances;

    /// <summary>Writes down what a comparison found; one thing once, whichever way it was found.</summary>
    public static CardComparison Of(CardComparisonId id, int moves, int waiting, IEnumerable<Difference> found, IEnumerable<HeldAtCards> held, DateTimeOffset now)
    {
        var differences = found.DistinctBy(f => f.Name, StringComparer.Ordinal).ToList();
        CardComparison comparison = new() { Id = id, At = now, IsReached = true, Moves = moves, Waiting = waiting, Unexplained = differences.Count };
        comparison._differences.AddRange(differences.Select((d, i) => new CardDifference(id, i + 1, d)));
        comparison._balances.AddRange(held.Select(h => new CardBalance(id, h)));
        return comparison;
    }

    /// <summary>Writes down that the gateway gave no answer.</summary>
    public static CardComparison Unreached(CardComparisonId id, DateTimeOffset now) => new() { Id = id, At = now };
}
