using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>To whom a share of a line goes.</summary>
public enum ShareKind
{
    /// <summary>Packaging and material: stays with the cooperative, which has paid for it.</summary>
    Costs,

    /// <summary>One of the members who made it.</summary>
    Member,

    /// <summary>The cooperative's own fund.</summary>
    Fund,

    /// <summary>What the buyer paid for the delivery: goes to the cooperative, which pays the carrier.</summary>
    Delivery,
}

/// <summary>How one share is reckoned: so many đồng for each piece, or so many parts of what the fixed ones leave.</summary>
/// <param name="Kind">Costs, a member or the fund; never delivery, which is not shared.</param>
/// <param name="Member">Who gets it; null unless it is a member's.</param>
/// <param name="PerUnit">Đồng for each piece sold, at least 0.</param>
/// <param name="Parts">Parts of what is left after the fee, the costs and all that is fixed; at least 0.</param>
public readonly record struct ShareTerm(ShareKind Kind, ProducerId? Member, long PerUnit, int Parts);

/// <summary>
/// The one place that knows how a line's income is shared: the product's page, the frozen shares of a sale, what a refund takes
/// back and the check all ask here.
/// </summary>
public static class IncomeShares
{
    /// <summary>The most parts that one share may have.</summary>
    public const int MostParts = 1_000;

    /// <summary>Where no rule was written: all of it is the fund's.</summary>
    public static IReadOnlyList<ShareTerm> Unshared { get; } = [new(ShareKind.Fund, null, 0, 1)];

    /// <summary>
    /// Shares what a line brings. Costs come first, then what is fixed, then the parts. What does not suffice is split in proportion
    /// to what each should have got; what nobody has a part of is the fund's.
    /// </summary>
    /// <param name="terms">The rule; ends with the fund's term.</param>
    /// <param name="net">The line's goods less the market's fee, not negative.</param>
    /// <param name="quantity">How many pieces; 0 shares nothing that is fixed.</param>
    /// <returns>As many shares as terms, none negative; they sum to <paramref name="net"/>.</returns>
    /// <exception cref="ArgumentException">There is no fund, a term is negative, or the net is.</exception>
    public static IReadOnlyList<Money> Split(IReadOnlyList<ShareTerm> terms, Money net, int quantity)
    {
        if (terms.Count == 0 || terms[^1].Kind != ShareKind.Fund || net.Minor < 0 || quantity < 0 || terms.Any(t => t.PerUnit < 0 || t.Parts < 0))
            throw new ArgumentException("Not a rule, or nothing to share by it.", nameof(terms));
        var shares = new Money[terms.Count];
        Array.Fill(shares, Money.Zero(net.Currency));
        var left = Take(terms, shares, net, quantity, t => t.Kind == ShareKind.Costs);
        left = Take(terms, shares, left, quantity, t => t.Kind != ShareKind.Costs);
        var parts = terms.Select(t => (long)t.Parts).ToArray();
        if (parts.All(p => p == 0))
            parts[^1] = 1;
        var rest = Allocation.Split(left, parts);
        for (var i = 0; i < shares.Length; i++)
            shares[i] += rest[i];
        return shares;
    }

    /// <summary>How much what is fixed for each piece, costs and wages, is more than so many pieces bring; zero where that suffices.</summary>
    /// <param name="terms">The rule.</param>
    /// <param name="net">Goods less the market's fee.</param>
    /// <param name="quantity">How many pieces.</param>
    public static Money Lacking(IReadOnlyList<ShareTerm> terms, Money net, int quantity) => net with { Minor = Math.Max(0, checked(terms.Sum(t => t.PerUnit) * quantity) - net.Minor) };

    /// <summary>
    /// The shares of what is left of a line: the rule on the pieces that were not declined, less what was given back after they
    /// arrived, which is taken from every share in proportion. What was taken back is the difference to the frozen shares.
    /// </summary>
    /// <param name="terms">The rule as it was frozen.</param>
    /// <param name="net">Goods less fee of what was not declined.</param>
    /// <param name="quantity">How many were not declined.</param>
    /// <param name="givenBack">What was given back of the goods, less the fee that was given up with it; at most <paramref name="net"/>.</param>
    /// <returns>As many shares as terms, none negative; they sum to the net less what was given back.</returns>
    /// <exception cref="ArgumentException">More was given back than there is.</exception>
    public static IReadOnlyList<Money> Left(IReadOnlyList<ShareTerm> terms, Money net, int quantity, Money givenBack)
    {
        var shares = Split(terms, net, quantity);
        if (givenBack.IsZero)
            return shares;
        if (givenBack > net || givenBack.Minor < 0)
            throw new ArgumentException("More than there is.", nameof(givenBack));
        return Allocation.Split(net - givenBack, [.. shares.Select(s => s.Minor)]);
    }

    /// <summary>
    /// The same of a line whose pieces are of several lots, each shared by its own rule. What was declined is taken from the last lot
    /// first, as its pieces go back to it; what was given back is less for all in proportion.
    /// </summary>
    /// <param name="lots">In the order in which the line was served, each with its rule and how many pieces were ordered of it, at least 1.</param>
    /// <param name="net">Goods less fee of what was not declined.</param>
    /// <param name="quantity">How many were not declined, at most all.</param>
    /// <param name="givenBack">As for one lot.</param>
    /// <returns>For each lot as many shares as terms, none negative; together they sum to the net less what was given back.</returns>
    /// <exception cref="ArgumentException">There are fewer pieces than were not declined, or more was given back than there is.</exception>
    public static IReadOnlyList<IReadOnlyList<Money>> Left(
        IReadOnlyList<(IReadOnlyList<ShareTerm> Terms, int Pieces)> lots, Money net, int quantity, Money givenBack)
    {
        var pieces = new long[lots.Count];
        for (var (i, open) = (0, quantity); i < pieces.Length; i++)
            open -= (int)(pieces[i] = Math.Min(open, lots[i].Pieces));
        if (pieces.Sum() != quantity || givenBack > net)
            throw new ArgumentException("More than there is.", nameof(quantity));
        var none = Money.Zero(net.Currency);
        var nets = quantity == 0 ? [net, .. Enumerable.Repeat(none, pieces.Length - 1)] : Allocation.Split(net, pieces);
        var back = givenBack.IsZero ? [.. Enumerable.Repeat(none, pieces.Length)] : Allocation.Split(givenBack, [.. nets.Select(n => n.Minor)]);
        return [.. lots.Select((lot, i) => Left(lot.Terms, nets[i], (int)pieces[i], back[i]))];
    }

    private static Money Take(IReadOnlyList<ShareTerm> terms, Money[] shares, Money left, int quantity, Func<ShareTerm, bool> whose)
    {
        var due = terms.Select(t => whose(t) ? checked(t.PerUnit * quantity) : 0).ToArray();
        if (due.Sum() == 0)
            return left;
        var wanted = left with { Minor = due.Sum() };
        var given = wanted > left ? left : wanted;
        var taken = Allocation.Split(given, due);
        for (var i = 0; i < shares.Length; i++)
            shares[i] += taken[i];
        return left - given;
    }
}
