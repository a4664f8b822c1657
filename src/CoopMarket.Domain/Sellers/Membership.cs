using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>What a member does at the desk.</summary>
public enum MemberRole
{
    Manager,
    Packer,
    Storyteller,
}

/// <summary>A person at a cooperative's desk. She may belong to several cooperatives, with one role in each.</summary>
public sealed class Membership : Entity
{
    private Membership()
    {
    }

    public CooperativeId Cooperative { get; private init; }

    public PersonId Person { get; private init; }

    public MemberRole Role { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Takes a person on.</summary>
    public static Membership Join(CooperativeId cooperative, PersonId person, MemberRole role, DateTimeOffset now)
    {
        var member = new Membership { Cooperative = cooperative, Person = person, Role = role, JoinedAt = now };
        member.Raise(new MemberJoined(cooperative, person));
        return member;
    }

    /// <summary>Gives her other work.</summary>
    /// <param name="role">The new role.</param>
    /// <param name="managers">How many managers the desk has now.</param>
    public Refusal? Become(MemberRole role, int managers)
    {
        if (role != MemberRole.Manager && MayLeave(managers) is { } refusal)
            return refusal;
        Role = role;
        return null;
    }

    /// <summary>Null when the desk still has a manager without her.</summary>
    /// <param name="managers">How many managers the desk has now.</param>
    public Refusal? MayLeave(int managers) => Role == MemberRole.Manager && managers <= 1 ? new LastManagerStays() : null;
}
