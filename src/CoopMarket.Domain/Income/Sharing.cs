using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>
/// How the income of a product, or of one lot of it, is shared from a moment on. Only ever added: a sale keeps the rule that stood when the order became
/// a sale.
/// </summary>
public sealed class Sharing : Entity
{
    /// <summary>The most members who can share one product.</summary>
    public const int MostMembers = 12;

    private readonly List<SharingTerm> _shares = [];

    private Sharing()
    {
    }

    public SharingId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public ProductId Product { get; private init; }

    /// <summary>The lot that is shared in its own way; null where the rule is that of all others.</summary>
    public LotId? Lot { get; private init; }

    /// <summary>From when on, UTC.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>Who wrote it; null for the market itself.</summary>
    public PersonId? AddedBy { get; private init; }

    /// <summary>Costs first, then the members, then the fund.</summary>
    public IReadOnlyList<SharingTerm> Shares => _shares;

    /// <summary>The rule, in its order.</summary>
    public IReadOnlyList<ShareTerm> Terms => [.. _shares.OrderBy(t => t.Number).Select(t => t.Term)];

    /// <summary>Writes a rule.</summary>
    /// <param name="costs">Đồng for packaging and material of each piece, at least 0.</param>
    /// <param name="members">Each member once, with something fixed, with parts, or with both.</param>
    /// <param name="lot">Null for all lots that have no rule of their own.</param>
    /// <param name="fundParts">The parts of the cooperative's fund; where nobody has parts, the fund gets all that is left.</param>
    /// <exception cref="ArgumentException">A member stands there twice or gets nothing, or a number is out of bounds.</exception>
    public static Sharing Write(
        SharingId id, CooperativeId cooperative, ProductId product, long costs, IReadOnlyList<ShareTerm> members, int fundParts, PersonId? by, DateTimeOffset now,
        LotId? lot = null)
    {
        if (members.Count > MostMembers || members.DistinctBy(m => m.Member).Count() != members.Count || costs is < 0 or > Money.Most || fundParts is < 0 or > IncomeShares.MostParts
            || members.Any(m => m.Kind != ShareKind.Member || m.Member is null || m.PerUnit is < 0 or > Money.Most || m.Parts is < 0 or > IncomeShares.MostParts || m is { PerUnit: 0, Parts: 0 }))
            throw new ArgumentException("Not a rule.", nameof(members));
        var sharing = new Sharing { Id = id, Cooperative = cooperative, Product = product, Lot = lot, From = now, AddedBy = by };
        sharing._shares.AddRange(members.Prepend(new(ShareKind.Costs, null, costs, 0)).Append(new(ShareKind.Fund, null, 0, fundParts)).Select((t, i) => new SharingTerm(id, i + 1, t)));
        sharing.Raise(new SharingChanged(cooperative));
        return sharing;
    }
}

/// <summary>One share of a rule.</summary>
public sealed class SharingTerm
{
    private SharingTerm()
    {
    }

    internal SharingTerm(SharingId sharing, int number, ShareTerm term)
        => (Sharing, Number, Kind, Member, PerUnit, Parts) = (sharing, number, term.Kind, term.Member, Money.Dong(term.PerUnit), term.Parts);

    public SharingId Sharing { get; private init; }

    /// <summary>Its place in the rule, from 1.</summary>
    public int Number { get; private init; }

    public ShareKind Kind { get; private init; }

    /// <summary>Null unless it is a member's.</summary>
    public ProducerId? Member { get; private init; }

    /// <summary>Đồng for each piece.</summary>
    public Money PerUnit { get; private init; }

    /// <summary>Parts of what is left.</summary>
    public int Parts { get; private init; }

    /// <summary>As it is reckoned with.</summary>
    public ShareTerm Term => new(Kind, Member, PerUnit.Minor, Parts);
}
