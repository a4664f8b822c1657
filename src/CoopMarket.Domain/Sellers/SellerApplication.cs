using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    Draft,
    Submitted,
    ChangesAsked,
    Approved,
    Rejected,

    /// <summary>Its applicant took it back, or left it lying too long; nothing in it tells of a person any more.</summary>
    Withdrawn,
}

/// <summary>
/// Asks to sell on the market, or, for a cooperative that already does, to change what only an approval may change: tax code,
/// representative and bank account.
/// </summary>
/// <remarks>
/// Draft → Submitted → ChangesAsked → Submitted … → Approved or Rejected; the last two are final. She may write on in every
/// state before them, and take it back: what was never handed in is gone then, the rest is Withdrawn.
/// </remarks>
public sealed class SellerApplication : Entity
{
    private SellerApplication()
    {
    }

    public SellerApplicationId Id { get; private init; }

    /// <summary>Who applies.</summary>
    public PersonId Applicant { get; private init; }

    /// <summary>The cooperative whose details are to change, or that came of this application; null before.</summary>
    public CooperativeId? Cooperative { get; private set; }

    /// <summary>Whether it asks for a change of a cooperative that already sells.</summary>
    public bool IsChange { get; private init; }

    public ApplicationState State { get; private set; }

    public SellerDetails Details { get; private set; } = new();

    /// <summary>The hash of the details.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Who saved the details last; null where that is not known.</summary>
    public PersonId? SavedBy { get; private set; }

    /// <summary>UTC; when the details were last saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>UTC; when it was last handed in, null before.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>What the admin last wrote; empty before.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>UTC; when nothing more can happen to it, null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>UTC; when what tells of a person left it, null before.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>The applicant while it is open and no change: she has one open application at a time. Null else.</summary>
    public PersonId? OpenFor { get; private set; }

    /// <summary>The cooperative while it is an open change: one at a time. Null else.</summary>
    public CooperativeId? OpenChangeOf { get; private set; }

    /// <summary>Whether it can still be written on and decided.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Begins an application.</summary>
    public static SellerApplication Begin(SellerApplicationId id, PersonId applicant, DateTimeOffset now)
        => new SellerApplication { Id = id, Applicant = applicant, SavedBy = applicant, OpenFor = applicant }.With(new(), now);

    /// <summary>Asks for a change of a cooperative; handed in at once.</summary>
    public static SellerApplication Change(SellerApplicationId id, PersonId manager, CooperativeId cooperative, SellerDetails details, DateTimeOffset now)
    {
        var change = new SellerApplication { Id = id, Applicant = manager, SavedBy = manager, Cooperative = cooperative, IsChange = true, OpenChangeOf = cooperative }.With(details, now);
        change.Move(ApplicationState.Submitted, now);
        return change;
    }

    /// <summary>Keeps what was typed.</summary>
    /// <param name="by">Who typed it: of a change it may be another manager than who asked for it.</param>
    public Refusal? Save(SellerDetails details, PersonId by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new ApplicationIsDecided();
        SavedBy = by;
        With(details, now);
        return null;
    }

    /// <summary>Hands it in.</summary>
    public Refusal? Submit(DateTimeOffset now)
    {
        if (State is not (ApplicationState.Draft or ApplicationState.ChangesAsked))
            return new ApplicationIsHandedIn();
        if (SellerCheck.Gaps(Details).Count > 0)
            return new ApplicationHasGaps();
        Move(ApplicationState.Submitted, now);
        return null;
    }

    /// <summary>Sends it back with what to change.</summary>
    public Refusal? AskForChanges(string answer, DateTimeOffset now)
    {
        if (State != ApplicationState.Submitted)
            return new ApplicationIsDecided();
        Answer = answer;
        Move(ApplicationState.ChangesAsked, now);
        return null;
    }

    /// <summary>Says no, for good; she may apply anew.</summary>
    public Refusal? Reject(string answer, DateTimeOffset now)
    {
        if (State is not (ApplicationState.Submitted or ApplicationState.ChangesAsked))
            return new ApplicationIsDecided();
        Answer = answer;
        End(ApplicationState.Rejected, now);
        return null;
    }

    /// <summary>Its applicant takes it back; papers, bank account and who signs go at once, as nobody has to decide on them any more.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (!IsOpen || IsChange)
            return new ApplicationIsDecided();
        // Without a mail: she did it herself, or was not heard of for years.
        (State, EndedAt, OpenFor) = (ApplicationState.Withdrawn, now, null);
        ForgetPerson(now);
        return null;
    }

    /// <summary>Says yes to exactly what the admin saw; never to what she typed or asked for herself.</summary>
    /// <param name="by">The admin; null for the market itself.</param>
    /// <param name="seen">The fingerprint of what she saw.</param>
    /// <param name="cooperative">The new cooperative; for a change, the one it is about.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Approve(PersonId? by, string seen, CooperativeId cooperative, DateTimeOffset now)
    {
        if (State != ApplicationState.Submitted)
            return new ApplicationIsDecided();
        if (by is not null && (by == Applicant || by == SavedBy))
            return new OwnAffair();
        if (seen != Fingerprint)
            return new ApplicationChangedMeanwhile();
        if (SellerCheck.Gaps(Details).Count > 0)
            return new ApplicationHasGaps();
        Cooperative = cooperative;
        Answer = "";
        End(ApplicationState.Approved, now);
        return null;
    }

    /// <summary>Takes out what tells of a person.</summary>
    public void ForgetPerson(DateTimeOffset now)
    {
        With(Details.WithoutPerson(), SavedAt);
        ForgottenAt = now;
    }

    private SellerApplication With(SellerDetails details, DateTimeOffset now)
    {
        Details = details;
        Fingerprint = details.Fingerprint();
        SavedAt = now;
        return this;
    }

    private void End(ApplicationState state, DateTimeOffset now)
    {
        EndedAt = now;
        OpenFor = null;
        OpenChangeOf = null;
        Move(state, now);
    }

    private void Move(ApplicationState state, DateTimeOffset now)
    {
        State = state;
        if (state == ApplicationState.Submitted)
            SubmittedAt = now;
        Raise(new ApplicationMoved(Id, state, Answer));
    }
}
