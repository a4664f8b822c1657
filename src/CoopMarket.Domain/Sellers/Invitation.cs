using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>
/// Asks one person, known by phone or e-mail, to a desk. It is taken once, with the link or the code that the manager passed on,
/// and only by an account with that phone or confirmed e-mail.
/// </summary>
public sealed class Invitation : Entity
{
    /// <summary>How long it can be taken.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>How many a cooperative sends in a day: nobody's letter box is flooded through the market.</summary>
    public const int MostADay = 20;

    private Invitation()
    {
    }

    public InvitationId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public MemberRole Role { get; private init; }

    /// <summary>The e-mail in lower case, or the phone in E.164, of the person it is for.</summary>
    public string BoundTo { get; private init; } = "";

    /// <summary>SHA-256 of the link's secret, in hex.</summary>
    public string LinkHash { get; private init; } = "";

    /// <summary>SHA-256 of the code to read out, in hex.</summary>
    public string CodeHash { get; private init; } = "";

    public PersonId InvitedBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset InvitedAt { get; private init; }

    /// <summary>UTC; null until taken.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>UTC; null unless a manager took it back.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Invites.</summary>
    public static Invitation To(
        InvitationId id, CooperativeId cooperative, MemberRole role, string boundTo, string linkHash, string codeHash, PersonId by, DateTimeOffset now)
    {
        var invitation = new Invitation
        {
            Id = id,
            Cooperative = cooperative,
            Role = role,
            BoundTo = boundTo,
            LinkHash = linkHash,
            CodeHash = codeHash,
            InvitedBy = by,
            InvitedAt = now,
        };
        invitation.Raise(new MemberInvited(id));
        return invitation;
    }

    /// <summary>Whether it can be taken now.</summary>
    public bool IsOpen(DateTimeOffset now) => TakenAt is null && WithdrawnAt is null && now < InvitedAt + Lasts;

    /// <summary>Takes it.</summary>
    /// <param name="contacts">Her phone and her confirmed e-mail, as far as she has them.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Take(IEnumerable<string?> contacts, DateTimeOffset now)
    {
        if (!IsOpen(now) || !contacts.Any(c => string.Equals(c, BoundTo, StringComparison.OrdinalIgnoreCase)))
            return new InvitationIsNotYours();
        TakenAt = now;
        return null;
    }

    /// <summary>Takes it back.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (!IsOpen(now))
            return new NotFound();
        WithdrawnAt = now;
        return null;
    }
}
