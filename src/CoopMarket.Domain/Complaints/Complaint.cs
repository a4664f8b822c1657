using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Complaints;

/// <summary>
/// What somebody complains of to the market: an order, a product, a cooperative or the market itself. Its deadlines are those of
/// the day on which it came.
/// <code>
/// from                  | to         | when
/// ----------------------|------------|------------------------------------------------------
/// (new)                 | Received   | somebody complains; no account is needed
/// Received              | Answered   | an admin answers for the first time
/// Received, Answered    | Settled    | an admin settles it, with the outcome for both sides
/// Settled               | SecondLook | whoever complained asks within 7 days, once
/// SecondLook            | Closed     | another admin settles it
/// </code>
/// </summary>
public sealed class Complaint : Entity
{
    /// <summary>The longest words of anyone, in characters.</summary>
    public const int MostWords = 4_000;

    /// <summary>The longest name, in characters.</summary>
    public const int MostName = 100;

    /// <summary>How much later it may be settled at once; more is asked for when that is nearly over, with a reason anew.</summary>
    public static readonly TimeSpan LongestExtension = TimeSpan.FromDays(60);

    /// <summary>How long after it was settled a second look may be asked for.</summary>
    public static readonly TimeSpan TimeForSecondLook = TimeSpan.FromDays(7);

    /// <summary>How many months after it was settled it is known who complained: as long as a claim out of a contract may be brought (Civil Code 91/2015/QH13, Art. 429).</summary>
    public const int MonthsToRemember = 36;

    private readonly List<ComplaintMove> _moves = [];

    private Complaint()
    {
    }

    public ComplaintId Id { get; private init; }

    /// <summary>The reference, see <see cref="PublicCode"/>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Of the form that made it, 128 random bits: sent twice it makes one complaint.</summary>
    public string FormKey { get; private init; } = "";

    public ComplaintKind Kind { get; private init; }

    public ComplaintState State { get; private set; }

    /// <summary>Of the order that it is about; empty where it is about none.</summary>
    public string OrderCode { get; private init; } = "";

    /// <summary>Whose goods it is about; null where no one cooperative is meant.</summary>
    public CooperativeId? Cooperative { get; private init; }

    /// <summary>The product that it is about; null where it is about none.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>As whoever complains wants to be called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Empty where she left none.</summary>
    public string Email { get; private set; } = "";

    /// <summary>E.164; empty where she left none.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The language that she is written to in.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Her account; null where she was not signed in, and once she is forgotten.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>What is kept of the secret that opens it: its hash, and itself under the market's keys, for mails.</summary>
    public string SecretHash { get; private init; } = "";

    public string SealedSecret { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>By when the market answers for the first time, UTC.</summary>
    public DateTimeOffset AnswerBy { get; private init; }

    /// <summary>By when it is settled, UTC.</summary>
    public DateTimeOffset SettleBy { get; private set; }

    /// <summary>UTC; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>UTC; null before, and while somebody looks a second time.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Which admin settled it first; empty before.</summary>
    public string SettledBy { get; private set; } = "";

    /// <summary>How many steps its trail has.</summary>
    public int MoveCount { get; private set; }

    /// <summary>Its trail, as far as it was read.</summary>
    public IReadOnlyList<ComplaintMove> Moves => _moves;

    /// <summary>Whether somebody waits for the market.</summary>
    public bool IsOpen => State is ComplaintState.Received or ComplaintState.Answered or ComplaintState.SecondLook;

    /// <summary>Whether its cooperative is the other side: it reads what is said and how it ends, never who complained.</summary>
    public bool HasOtherSide => Cooperative is not null && ConcernsSeller(Kind);

    /// <summary>Whether it still says who complained.</summary>
    public bool IsNamed => Name.Length > 0 || Email.Length > 0 || Phone.Length > 0 || Person is not null;

    /// <summary>By when the market has to speak next, UTC; null where nothing is awaited of it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether such a complaint is one about what a cooperative sold or said; the others are between the market and whoever complains.</summary>
    public static bool ConcernsSeller(ComplaintKind kind) => kind is ComplaintKind.NotArrived or ComplaintKind.Damaged or ComplaintKind.Spoiled or ComplaintKind.NotAsDescribed
        or ComplaintKind.FalseClaim or ComplaintKind.TakenWork or ComplaintKind.TakeDown or ComplaintKind.Other;

    /// <summary>Whether a second look may be asked for.</summary>
    public bool MayBeLookedAtAgain(DateTimeOffset now) => State == ComplaintState.Settled && now < SettledAt + TimeForSecondLook;

    /// <summary>Somebody complains.</summary>
    /// <param name="time">The deadlines of its kind today.</param>
    /// <param name="now">UTC.</param>
    public static Complaint Receive(ComplaintId id, ComplaintPlan plan, ComplaintTime time, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Complaint complaint = new()
        {
            Id = id,
            FormKey = plan.FormKey,
            Code = plan.Code,
            Kind = plan.Kind,
            OrderCode = plan.OrderCode,
            Cooperative = plan.Cooperative,
            Product = plan.Product,
            Name = plan.Name,
            Email = plan.Email,
            Phone = plan.Phone,
            Language = plan.Language,
            Person = plan.Person,
            SecretHash = plan.SecretHash,
            SealedSecret = plan.SealedSecret,
            ReceivedAt = now,
            AnswerBy = now.AddHours(time.AnswerHours),
            SettleBy = WorkingDays.After(now, time.SettleDays, []),
        };
        complaint.Note(ComplaintMoveKind.Received, by, plan.Words, now);
        return complaint;
    }

    /// <summary>An admin writes to whoever complained; the first time it is the market's first answer.</summary>
    public Outcome Answer(string words, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new ComplaintSettled();
        AnsweredAt ??= now;
        if (State == ComplaintState.Received)
            State = ComplaintState.Answered;
        return Note(ComplaintMoveKind.Answered, by, words, now);
    }

    /// <summary>The cooperative says how it sees the matter.</summary>
    public Outcome TellSide(string words, string by, DateTimeOffset now)
        => !IsOpen ? new ComplaintSettled() : Note(ComplaintMoveKind.SideTold, by, words, now);

    /// <summary>The market takes longer, says until when and why, and says so before the time is up.</summary>
    /// <param name="until">UTC; later than it was.</param>
    public Outcome Extend(DateTimeOffset until, string because, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new ComplaintSettled();
        if (now >= SettleBy || until <= SettleBy)
            return new TooLateToExtend();
        if (until > SettleBy + LongestExtension)
            return new TooFarToExtend();
        SettleBy = until;
        return Note(ComplaintMoveKind.Extended, by, because, now);
    }

    /// <summary>An admin settles it. A second time it must be another one.</summary>
    /// <param name="outcome">What comes of it and why, for both sides.</param>
    public Outcome Settle(string outcome, string by, DateTimeOffset now)
    {
        if (!IsOpen)
            return new ComplaintSettled();
        if (State == ComplaintState.SecondLook)
        {
            if (by == SettledBy)
                return new SecondLookByAnother();
            (State, SettledAt) = (ComplaintState.Closed, now);
            return Note(ComplaintMoveKind.Closed, by, outcome, now);
        }

        AnsweredAt ??= now;
        (State, SettledAt, SettledBy) = (ComplaintState.Settled, now, by);
        return Note(ComplaintMoveKind.Settled, by, outcome, now);
    }

    /// <summary>Whoever complained is not content.</summary>
    /// <param name="time">The deadlines of its kind today.</param>
    public Outcome LookAgain(string words, ComplaintTime time, string by, DateTimeOffset now)
    {
        if (!MayBeLookedAtAgain(now))
            return new NoSecondLook();
        (State, SettledAt, SettleBy) = (ComplaintState.SecondLook, null, WorkingDays.After(now, time.SettleDays, []));
        return Note(ComplaintMoveKind.SecondLook, by, words, now);
    }

    /// <summary>Takes out who complained; what was said on both sides stays, for whoever it was about.</summary>
    /// <exception cref="InvalidOperationException">Somebody still waits for the market.</exception>
    public void ForgetPerson()
    {
        if (IsOpen)
            throw new InvalidOperationException($"{Code} is {State}.");
        (Name, Email, Phone, Person) = ("", "", "", null);
    }

    private Outcome Note(ComplaintMoveKind kind, string by, string words, DateTimeOffset now)
    {
        DueAt = !IsOpen ? null : State == ComplaintState.Received && AnswerBy < SettleBy ? AnswerBy : SettleBy;
        _moves.Add(new ComplaintMove(Id, ++MoveCount, kind, by, words, now));
        Raise(new ComplaintMoved(Id, MoveCount));
        return Outcome.Done;
    }
}

/// <summary>What is complained of, and by whom.</summary>
/// <param name="FormKey">Of the form that was sent.</param>
/// <param name="Code">The reference, see <see cref="PublicCode"/>.</param>
/// <param name="OrderCode">Empty where it is about no order.</param>
/// <param name="Email">Empty where there is a phone.</param>
/// <param name="Phone">E.164; empty where there is an e-mail.</param>
/// <param name="Language">That she is written to in.</param>
/// <param name="SecretHash">Of the secret that opens it.</param>
/// <param name="SealedSecret">The secret under the market's keys.</param>
public sealed record ComplaintPlan(
    string FormKey, string Code, ComplaintKind Kind, string OrderCode, CooperativeId? Cooperative, ProductId? Product, string Words, string Name, string Email, string Phone, string Language, PersonId? Person,
    string SecretHash, string SealedSecret);
