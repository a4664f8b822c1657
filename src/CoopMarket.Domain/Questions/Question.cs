using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>
/// A thread between one buyer and one cooperative, about a product or a part of an order.
/// <code>
/// from           | to       | when
/// ---------------|----------|------------------------------
/// (new)          | Open     | a buyer asks
/// Open, Answered | Answered | the cooperative writes
/// Open, Answered | Open     | the buyer writes
/// Open, Answered | Closed   | either side closes it
/// any            | Closed   | who asked is forgotten, or all of it
/// </code>
/// </summary>
public sealed class Question : Entity
{
    /// <summary>The longest message, in characters.</summary>
    public const int MostWords = 2_000;

    /// <summary>The longest name, in characters.</summary>
    public const int MostName = 100;

    /// <summary>The longest reason, in characters.</summary>
    public const int MostReason = 500;

    /// <summary>Messages of one thread.</summary>
    public const int MostMessages = 200;

    /// <summary>After a mail a side gets no other about the same thread for so long, unless it wrote itself meanwhile.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    /// <summary>For how long after its last message a thread about goods is kept, in months.</summary>
    public const int MonthsAboutGoods = 12;

    /// <summary>The same for a thread about an order, which is part of what a sale leaves behind.</summary>
    public const int MonthsAboutOrders = 36;

    /// <summary>For how long an admin who said why may read.</summary>
    public static readonly TimeSpan ReadingLasts = TimeSpan.FromHours(1);

    private readonly List<QuestionMessage> _messages = [];
    private readonly List<QuestionReading> _readings = [];

    private Question()
    {
    }

    public QuestionId Id { get; private init; }

    /// <summary>The reference, see <see cref="PublicCode"/>.</summary>
    public string Code { get; private init; } = "";

    public CooperativeId Cooperative { get; private init; }

    /// <summary>The product that it is about; null where it is about an order.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>As it was called then; empty where it is about an order.</summary>
    public LocalizedText ProductName { get; private init; } = LocalizedText.Empty;

    /// <summary>Its part of the address then; empty where it is about an order.</summary>
    public string ProductSlug { get; private init; } = "";

    /// <summary>Of the order that it is about; empty where it is about a product.</summary>
    public string OrderCode { get; private init; } = "";

    /// <summary>As the buyer wants to be called; empty once she was forgotten.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As she typed it; empty where she left none. No cooperative ever sees it.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The language that she is written to in.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Her account; null where she was not signed in.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>What is kept of the secret that opens it: its hash, and itself under the market's keys, for mails. Empty once she was forgotten: nothing opens it then.</summary>
    public string SecretHash { get; private set; } = "";

    public string SealedSecret { get; private set; } = "";

    public QuestionState State { get; private set; }

    /// <summary>When somebody wrote last, UTC.</summary>
    public DateTimeOffset SpokenAt { get; private set; }

    /// <summary>How many messages it has.</summary>
    public int MessageCount { get; private set; }

    /// <summary>How often an admin opened it.</summary>
    public int ReadingCount { get; private set; }

    /// <summary>When the cooperative was last written to, UTC; null since it wrote itself.</summary>
    public DateTimeOffset? DeskToldAt { get; private set; }

    /// <summary>When the cooperative is to hear of what came since, UTC; null where it knows all.</summary>
    public DateTimeOffset? DeskTellAt { get; private set; }

    /// <summary>When the buyer was last written to, UTC; null since she wrote herself.</summary>
    public DateTimeOffset? BuyerToldAt { get; private set; }

    /// <summary>When the buyer is to hear of what came since, UTC; null where she knows all.</summary>
    public DateTimeOffset? BuyerTellAt { get; private set; }

    /// <summary>When a side asked the market to look, UTC; null where none did.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Which side; null where none did.</summary>
    public QuestionSide? ReportedBy { get; private set; }

    /// <summary>Why; empty where none did.</summary>
    public string ReportWhy { get; private set; } = "";

    /// <summary>Whether a report waits for an admin.</summary>
    public bool IsReported { get; private set; }

    /// <summary>When all that was said was forgotten, UTC; null while it is kept.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Whether a message that asks for money elsewhere waits for an admin.</summary>
    public bool IsWarned { get; private set; }

    /// <summary>Its messages, as far as they were read.</summary>
    public IReadOnlyList<QuestionMessage> Messages => _messages;

    /// <summary>When admins opened it, as far as that was read.</summary>
    public IReadOnlyList<QuestionReading> Readings => _readings;

    public bool IsClosed => State == QuestionState.Closed;

    /// <summary>A buyer asks.</summary>
    /// <param name="now">UTC.</param>
    public static Question Ask(QuestionId id, QuestionPlan plan, Spoken spoken, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Question question = new()
        {
            Id = id,
            Code = plan.Code,
            Cooperative = plan.Cooperative,
            Product = plan.Product,
            ProductName = plan.ProductName,
            ProductSlug = plan.ProductSlug,
            OrderCode = plan.OrderCode,
            Name = plan.Name,
            Email = plan.Email,
            Language = plan.Language,
            Person = plan.Person,
            SecretHash = plan.SecretHash,
            SealedSecret = plan.SealedSecret,
        };
        question.Say(QuestionSide.Buyer, spoken, by, now);
        return question;
    }

    /// <summary>One side writes, and the other is to hear of it.</summary>
    /// <param name="by">The id of a person, or «guest».</param>
    /// <param name="now">UTC.</param>
    public Outcome Say(QuestionSide side, Spoken spoken, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        if (IsClosed)
            return new QuestionIsClosed();
        if (MessageCount == MostMessages)
            return new QuestionIsLong();
        _messages.Add(new(Id, ++MessageCount, side, spoken, by, now));
        (State, SpokenAt) = (side == QuestionSide.Buyer ? QuestionState.Open : QuestionState.Answered, now);
        IsWarned |= spoken.Signs.HasFlag(OutsideSigns.Payment);
        // Whoever writes has the thread before her: what she was not yet told of she has read.
        if (side == QuestionSide.Buyer)
            (BuyerToldAt, BuyerTellAt, DeskTellAt) = (null, null, DeskToldAt + Quiet ?? now);
        else
            (DeskToldAt, DeskTellAt, BuyerTellAt) = (null, null, BuyerToldAt + Quiet ?? now);
        Tell(now);
        return Outcome.Done;
    }

    /// <summary>Lets whoever's time has come hear of what was said; nobody where it has not.</summary>
    /// <param name="now">UTC.</param>
    public void Tell(DateTimeOffset now)
    {
        if (DeskTellAt <= now)
        {
            (DeskToldAt, DeskTellAt) = (now, null);
            Raise(new QuestionSaid(Id, MessageCount, QuestionSide.Cooperative));
        }

        if (BuyerTellAt <= now)
        {
            (BuyerToldAt, BuyerTellAt) = (now, null);
            Raise(new QuestionSaid(Id, MessageCount, QuestionSide.Buyer));
        }
    }

    /// <summary>One side wants nothing more to be said. Who asks something else asks anew.</summary>
    public void Close() => State = QuestionState.Closed;

    /// <summary>The cooperative wants nothing more to be said.</summary>
    /// <param name="hasAnswered">Whether it ever did; else it says no by a word, or lets the market look.</param>
    public Outcome CloseByDesk(bool hasAnswered)
    {
        if (State == QuestionState.Open && !hasAnswered && !IsReported)
            return new NotAnsweredYet();
        Close();
        return Outcome.Done;
    }

    /// <summary>One side asks the market to look. What waits already keeps its first reason.</summary>
    /// <param name="why">Not empty.</param>
    /// <param name="now">UTC.</param>
    public void Report(QuestionSide side, string why, DateTimeOffset now)
    {
        if (!IsReported)
            (IsReported, ReportedAt, ReportedBy, ReportWhy) = (true, now, side, why);
    }

    /// <summary>An admin opens the messages and says why.</summary>
    /// <param name="by">Her id.</param>
    /// <param name="now">UTC.</param>
    public void Read(string by, string reason, DateTimeOffset now) => _readings.Add(new(Id, ++ReadingCount, by, reason, now));

    /// <summary>An admin has done what was to be done about it.</summary>
    public void SeenTo() => IsReported = IsWarned = false;

    /// <summary>Takes her who asked out of it, and closes it; what was said stays. All messages must have been read.</summary>
    public void ForgetWriter()
    {
        (Name, Email, Person, SecretHash, SealedSecret) = ("", "", null, "", "");
        (State, DeskTellAt, BuyerTellAt) = (QuestionState.Closed, null, null);
        foreach (var message in _messages.Where(m => m.Side == QuestionSide.Buyer))
            message.ForgetWriter();
    }

    /// <summary>Forgets her who asked and all that was said. What remains tells that there was a thread, about what, and which admin read it for which reason. All messages must have been read.</summary>
    /// <param name="now">UTC.</param>
    public void Forget(DateTimeOffset now)
    {
        ForgetWriter();
        _messages.Clear();
        (ReportWhy, ForgottenAt) = ("", now);
        SeenTo();
    }
}

/// <summary>What is asked about, and by whom.</summary>
/// <param name="Code">The reference, see <see cref="PublicCode"/>.</param>
/// <param name="Product">Null where it is about an order.</param>
/// <param name="OrderCode">Empty where it is about a product.</param>
/// <param name="Email">Empty where she has an account, or an order whose page she keeps.</param>
/// <param name="Language">That she is written to in.</param>
/// <param name="SecretHash">Of the secret that opens it.</param>
/// <param name="SealedSecret">The secret under the market's keys.</param>
public sealed record QuestionPlan(
    string Code, CooperativeId Cooperative, ProductId? Product, LocalizedText ProductName, string ProductSlug, string OrderCode, string Name, string Email, string Language, PersonId? Person,
    string SecretHash, string SealedSecret);
