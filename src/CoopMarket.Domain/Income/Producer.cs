using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>
/// A member of a cooperative who shares what it earns. She needs no account: her own page opens by a link, which the cooperative
/// can make anew. Kept of her is what the book needs and what she agreed to, and nothing of her people (Law 91/2025/QH15).
/// </summary>
public sealed class Producer : Entity
{
    private Producer()
    {
    }

    public ProducerId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The code of her commune; empty where it is not told.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>The day on which she agreed that her name and her income are written down here.</summary>
    public DateOnly AgreedOn { get; private set; }

    /// <summary>Whether she agreed that her name may stand on the page of what she makes, too.</summary>
    public bool MayBeNamed { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>UTC; since when she takes no part in new rules, null while she does. What she is owed stays hers.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>SHA-256 of her link's secret, in lower-case hex.</summary>
    public string LinkHash { get; private set; } = "";

    /// <summary>The secret itself, sealed, so that her slip can be printed again.</summary>
    public string SealedLink { get; private set; } = "";

    /// <summary>UTC; when her link was made.</summary>
    public DateTimeOffset LinkMadeAt { get; private set; }

    /// <summary>Takes a member into the book.</summary>
    public static Producer Add(ProducerId id, CooperativeId cooperative, MemberDetails details, DateTimeOffset now)
    {
        var producer = new Producer { Id = id, Cooperative = cooperative, AddedAt = now };
        producer.Tell(details);
        return producer;
    }

    /// <summary>Writes her down anew.</summary>
    public void Tell(MemberDetails details)
    {
        (Name, CommuneCode, AgreedOn) = (details.Name, details.CommuneCode, details.AgreedOn);
        if (MayBeNamed != details.MayBeNamed)
            Raise(new SharingChanged(Cooperative));
        MayBeNamed = details.MayBeNamed;
    }

    /// <summary>Leaves her out of new rules from now on.</summary>
    public void Pause(DateTimeOffset now) => PausedAt ??= now;

    /// <summary>Takes her back.</summary>
    public void Resume() => PausedAt = null;

    /// <summary>Gives her a new link; the old one opens nothing any more.</summary>
    public void GiveLink(string hash, string sealedLink, DateTimeOffset now) => (LinkHash, SealedLink, LinkMadeAt) = (hash, sealedLink, now);
}

/// <summary>What a cooperative writes down of a member.</summary>
/// <param name="CommuneCode">Empty where it is not told.</param>
/// <param name="AgreedOn">When she agreed.</param>
/// <param name="MayBeNamed">Whether her name may stand on the page of what she makes.</param>
public sealed record MemberDetails(string Name, string CommuneCode, DateOnly AgreedOn, bool MayBeNamed);
