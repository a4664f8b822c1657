using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>One step of a seller from state to state: who, when, why. Only ever added; the person's name leaves after its time.</summary>
public sealed class SellerMove
{
    private SellerMove()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The application that it is about; a cooperative's own moves carry the application it came of.</summary>
    public SellerApplicationId Application { get; private init; }

    /// <summary>The state before, as an application's or a seller's.</summary>
    public string From { get; private init; } = "";

    /// <summary>The state after.</summary>
    public string To { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who did it; null once forgotten, and for the market's own jobs.</summary>
    public PersonId? Actor { get; private set; }

    /// <summary>Her name then; empty once forgotten.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>What she wrote; empty where nothing was asked.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>UTC; when the name left, null before.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Writes a move down.</summary>
    public static SellerMove Of(Guid id, SellerApplicationId application, Enum from, Enum to, PersonId? actor, string actorName, string reason, DateTimeOffset now)
        => new()
        {
            Id = id,
            Application = application,
            From = from.ToString(),
            To = to.ToString(),
            Actor = actor,
            ActorName = actorName,
            Reason = reason,
            At = now,
        };

    /// <summary>Takes the person out.</summary>
    public void ForgetPerson(DateTimeOffset now) => (Actor, ActorName, ForgottenAt) = (null, "", now);
}

/// <summary>From a day on, how long a seller's moves keep the person's name. Only ever added.</summary>
public sealed class KeepingRule
{
    /// <summary>
    /// Three years: contract data are kept that long (E-Commerce Law 122/2025), micro sellers' for one; the longer holds for all.
    /// </summary>
    public const int UsualMonths = 36;

    private KeepingRule()
    {
    }

    public RuleId Id { get; private init; }

    /// <summary>The first day, in Vietnam.</summary>
    public DateOnly StartsOn { get; private init; }

    public int Months { get; private init; }

    /// <summary>Sets the time from a day on.</summary>
    public static KeepingRule From(RuleId id, DateOnly startsOn, int months) => new() { Id = id, StartsOn = startsOn, Months = months };
}

/// <summary>What an admin saw of an application: each content once, with the first time it was seen.</summary>
public sealed class ApplicationLook
{
    private ApplicationLook()
    {
    }

    public SellerApplicationId Application { get; private init; }

    /// <summary>The hash of what was seen.</summary>
    public string Fingerprint { get; private init; } = "";

    public SellerDetails Details { get; private set; } = new();

    /// <summary>Who saw it first.</summary>
    public PersonId Admin { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Writes down what an admin sees.</summary>
    public static ApplicationLook Of(SellerApplication application, PersonId admin, DateTimeOffset now)
        => new() { Application = application.Id, Fingerprint = application.Fingerprint, Details = application.Details, Admin = admin, At = now };

    /// <summary>Takes out what tells of a person.</summary>
    public void ForgetPerson() => Details = Details.WithoutPerson();
}
