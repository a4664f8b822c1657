using System.Linq.Expressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>What a consent is about.</summary>
public enum ConsentKind
{
    /// <summary>A face on a photo.</summary>
    Face,

    /// <summary>A recorded voice.</summary>
    Voice,

    /// <summary>A motif that is somebody's: of a family, a village, a people.</summary>
    Motif,
}

/// <summary>How it was given.</summary>
public enum ConsentWay
{
    /// <summary>Signed on paper.</summary>
    OnPaper,

    /// <summary>Said, and heard on the recording or by who writes it down.</summary>
    BySpeech,

    /// <summary>Written in a message.</summary>
    ByMessage,

    /// <summary>By those who look after a child or speak for a village.</summary>
    ByGuardian,
}

/// <summary>
/// What somebody agreed to. It is never rewritten: what changes is withdrawn and given anew, so that what held when can be read later. Only
/// who it was is forgotten, when she has her account erased.
/// </summary>
public sealed class Consent : Entity
{
    /// <summary>Characters of who gave it.</summary>
    public const int WhoLength = 80;

    /// <summary>Characters of what for.</summary>
    public const int WhatForLength = 300;

    /// <summary>How many of one thing may hold at once.</summary>
    public const int MostOfOne = 20;

    private Consent()
    {
    }

    public ConsentId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public StoryId Story { get; private init; }

    public ConsentKind Kind { get; private init; }

    /// <summary>The photo, the recording or the story with the motif.</summary>
    public Guid About { get; private init; }

    /// <summary>Who gave it, where she has an account; null where nobody said so.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Who gave it, as it was typed; empty once she had her account erased.</summary>
    public string Who { get; private set; } = "";

    /// <summary>What for; of a motif: who may use it.</summary>
    public string WhatFor { get; private init; } = "";

    /// <summary>Its last day in Vietnam; null where it has none.</summary>
    public DateOnly? Until { get; private init; }

    public ConsentWay Way { get; private init; }

    /// <summary>The date of the market's words that she agreed to; empty where she did before there were any.</summary>
    public string TextVersion { get; private init; } = "";

    /// <summary>The day it was given, in Vietnam.</summary>
    public DateOnly GivenOn { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Who of the cooperative wrote it down; null for jobs.</summary>
    public PersonId? RecordedBy { get; private init; }

    /// <summary>UTC; null while nobody withdrew it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it: she herself, or who of the cooperative wrote it down; null for jobs, and where there is none.</summary>
    public PersonId? WithdrawnBy { get; private set; }

    /// <summary>Those that hold on a day in Vietnam, for questions to the database.</summary>
    public static Expression<Func<Consent, bool>> HoldingOn(DateOnly day) => c => c.WithdrawnAt == null && (c.Until == null || c.Until >= day);

    /// <summary>Whether it holds on a day in Vietnam.</summary>
    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && (Until is null || Until >= day);

    /// <summary>Writes one down; what it is about may be shown from now on.</summary>
    /// <param name="about">See <see cref="About"/>.</param>
    /// <param name="now">UTC.</param>
    public static Consent Give(ConsentId id, CooperativeId cooperative, StoryId story, ConsentKind kind, Guid about, ConsentTerms terms, PersonId? by, DateTimeOffset now)
    {
        Consent given = new()
        {
            Id = id,
            Cooperative = cooperative,
            Story = story,
            Kind = kind,
            About = about,
            Person = terms.Person,
            Who = terms.Who,
            TextVersion = terms.TextVersion,
            WhatFor = terms.WhatFor,
            Until = terms.Until,
            Way = terms.Way,
            GivenOn = terms.GivenOn,
            RecordedAt = now,
            RecordedBy = by,
        };
        given.Raise(new StoryChanged(story));
        return given;
    }

    /// <summary>She no longer agrees: all that she agreed to about one thing goes at once, or another row of hers would keep it shown. Again changes nothing.</summary>
    /// <param name="hers">See <see cref="ConsentGivers.SameAs"/>.</param>
    /// <param name="by">See <see cref="WithdrawnBy"/>.</param>
    /// <param name="now">UTC.</param>
    public static void Withdraw(IEnumerable<Consent> hers, PersonId? by, DateTimeOffset now)
    {
        List<Consent> holding = [.. hers.Where(c => c.WithdrawnAt is null)];
        foreach (var consent in holding)
            consent.TakeBack(by, now);
        if (holding is [var first, ..])
            first.Raise(new ConsentWithdrawn(first.Id));
    }

    /// <summary>Its last day is over: a face leaves the shop as if somebody had taken it back.</summary>
    /// <param name="now">UTC.</param>
    public void End(DateOnly today, DateTimeOffset now)
    {
        if (WithdrawnAt is null && Until < today)
            TakeBack(by: null, now);
    }

    /// <summary>Forgets whose it was. What it was about stays gone: nobody can agree in her place.</summary>
    /// <param name="person">Whose account goes.</param>
    public void Forget(PersonId person)
    {
        if (WithdrawnAt is null)
            throw new InvalidOperationException($"{Id} holds.");
        (Person, Who) = (null, "");
        if (WithdrawnBy == person)
            WithdrawnBy = null;
    }

    private void TakeBack(PersonId? by, DateTimeOffset now)
    {
        (WithdrawnAt, WithdrawnBy) = (now, by);
        Raise(new StoryChanged(Story));
        if (Kind == ConsentKind.Face)
            Raise(new FaceTakenBack(Story, About));
    }
}

/// <summary>What was agreed.</summary>
/// <param name="Who">See <see cref="Consent.Who"/>.</param>
/// <param name="WhatFor">See <see cref="Consent.WhatFor"/>.</param>
/// <param name="Until">See <see cref="Consent.Until"/>.</param>
/// <param name="Way">How it was given.</param>
/// <param name="GivenOn">See <see cref="Consent.GivenOn"/>.</param>
/// <param name="Person">See <see cref="Consent.Person"/>.</param>
/// <param name="TextVersion">See <see cref="Consent.TextVersion"/>.</param>
public sealed record ConsentTerms(string Who, string WhatFor, DateOnly? Until, ConsentWay Way, DateOnly GivenOn, PersonId? Person, string TextVersion);
