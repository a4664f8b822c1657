using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Reviews;

/// <summary>
/// What a buyer says of one line that she received: stars, words, photos. It knows the line and the name that she chose for it, and
/// nothing else of her, so that it can stand when the market no longer knows who she was.
/// <code>
/// from            | to        | when
/// ----------------|-----------|-------------------------------------------------
/// (new)           | Shown     | she writes it, once the line has arrived
/// Shown           | TakenBack | she takes it back
/// TakenBack       | Shown     | she writes again, while she may still change it
/// Shown           | Hidden    | an admin hides it, with a reason
/// Hidden          | Shown     | an admin lets it stand again, with a reason
/// </code>
/// </summary>
public sealed class Review : Entity
{
    /// <summary>How long after a line arrived it may be reviewed.</summary>
    public static readonly TimeSpan TimeToWrite = TimeSpan.FromDays(365);

    /// <summary>How long after it was first written its writer may change it.</summary>
    public static readonly TimeSpan TimeToChange = TimeSpan.FromDays(30);

    /// <summary>The longest words of a review, in characters.</summary>
    public const int MostWords = 2_000;

    /// <summary>The longest name to stand under it, in characters.</summary>
    public const int MostName = 40;

    /// <summary>The longest answer of a cooperative, in characters.</summary>
    public const int MostAnswer = 1_000;

    /// <summary>The longest reason of a report or of an admin, in characters.</summary>
    public const int MostReason = 500;

    /// <summary>Reports that wait for an admin; more of them would tell her nothing new.</summary>
    public const int MostReports = 20;

    private readonly List<ReviewMove> _moves = [];

    private Review()
    {
    }

    public ReviewId Id { get; private init; }

    /// <summary>What was bought: one review for each line.</summary>
    public OrderLineId Line { get; private init; }

    public OrderId Order { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public ProductId Product { get; private init; }

    /// <summary>As it was called when it was bought.</summary>
    public LocalizedText ProductName { get; private init; } = LocalizedText.Empty;

    public ReviewState State { get; private set; }

    /// <summary>1 to 5.</summary>
    public int Stars { get; private set; }

    /// <summary>May be empty.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The language of the page on which she wrote it.</summary>
    public string Language { get; private set; } = "";

    /// <summary>What she wants to be called under it; may be empty.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it says in other languages, where the cooperative wrote it down; not in its own.</summary>
    public LocalizedText Translations { get; private set; } = LocalizedText.Empty;

    /// <summary>UTC.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>When its stars or words last became others, UTC; null where they never did.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>What the cooperative answers, once; empty before.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The language of the desk at which it was answered; empty before.</summary>
    public string AnswerLanguage { get; private set; } = "";

    /// <summary>UTC; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why an admin hid it; empty unless it is hidden.</summary>
    public string HiddenBecause { get; private set; } = "";

    /// <summary>Reports that no admin has looked at.</summary>
    public int OpenReports { get; private set; }

    /// <summary>How many steps its trail has.</summary>
    public int MoveCount { get; private set; }

    /// <summary>Its trail, as far as it was read.</summary>
    public IReadOnlyList<ReviewMove> Moves => _moves;

    /// <summary>Whether its writer may change it or take it back.</summary>
    public bool MayBeChanged(DateTimeOffset now) => State != ReviewState.Hidden && now < WrittenAt + TimeToChange;

    /// <summary>A buyer writes a review of what she received.</summary>
    public static Outcome<Review> Write(ReviewId id, ReceivedLine of, ReviewPlan said, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(said);
        if (of.ArrivedAt is not { } arrived)
            return new NotReceived();
        if (now >= arrived + TimeToWrite)
            return new TooLateToReview();
        var review = new Review { Id = id, Line = of.Line, Order = of.Order, Cooperative = of.Cooperative, Product = of.Product, ProductName = of.ProductName, WrittenAt = now };
        review.Say(said);
        review.Note(ReviewMoveKind.Written, by, said.Words, now);
        review.Raise(new ReviewWritten(id, of.Cooperative));
        review.Raise(new ReviewsChanged(of.Product));
        return review;
    }

    /// <summary>She writes it anew; what she had said before stays in the trail. The same words once more change nothing.</summary>
    public Outcome Change(ReviewPlan said, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (State == ReviewState.Shown && (Stars, Words, Name) == (said.Stars, said.Words, said.Name))
            return Outcome.Done;
        if (State == ReviewState.Hidden)
            return new ReviewIsHidden();
        if (!MayBeChanged(now))
            return new TooLateToChange();
        // What it said in other languages was said of other words.
        if (Words != said.Words)
            Translations = LocalizedText.Empty;
        if ((Stars, Words) != (said.Stars, said.Words))
            ChangedAt = now;
        Say(said);
        State = ReviewState.Shown;
        return Seen(ReviewMoveKind.Changed, by, said.Words, now);
    }

    /// <summary>She takes it back.</summary>
    public Outcome TakeBack(string by, DateTimeOffset now)
    {
        if (State == ReviewState.TakenBack)
            return Outcome.Done;
        if (State == ReviewState.Hidden)
            return new ReviewIsHidden();
        (State, OpenReports) = (ReviewState.TakenBack, 0);
        Raise(new ReviewTakenBack(Id));
        return Seen(ReviewMoveKind.TakenBack, by, "", now);
    }

    /// <summary>The market forgets who wrote it: the name under it goes, and its photos; what it says of the goods stands.</summary>
    public void ForgetWriter()
    {
        Name = "";
        Raise(new ReviewWriterForgotten(Id));
        Raise(new ReviewsChanged(Product));
    }

    /// <summary>The cooperative answers, once.</summary>
    public Outcome Reply(string answer, string language, string by, DateTimeOffset now)
    {
        if (State != ReviewState.Shown)
            return new NotFound();
        if (AnsweredAt is not null)
            return new AnsweredAlready();
        (Answer, AnswerLanguage, AnsweredAt) = (answer, language, now);
        Raise(new ReviewAnswered(Id));
        return Seen(ReviewMoveKind.Answered, by, answer, now);
    }

    /// <summary>The cooperative writes down what it says in another language.</summary>
    /// <param name="words">Empty: nothing in that language.</param>
    public Outcome Translate(string language, string words, string by, DateTimeOffset now)
    {
        if (State != ReviewState.Shown || language == Language || Words.Length == 0)
            return new NotFound();
        Translations = Translations.With(language, words);
        return Seen(ReviewMoveKind.Translated, by, words, now);
    }

    /// <summary>Somebody thinks that it should not stand there.</summary>
    /// <param name="byItsCooperative">Whether it is the cooperative that says so.</param>
    public Outcome Report(ReportReason reason, string words, bool byItsCooperative, string by, DateTimeOffset now)
    {
        if (State != ReviewState.Shown)
            return new NotFound();
        if (OpenReports >= MostReports)
            return Outcome.Done;
        OpenReports++;
        Note(byItsCooperative ? ReviewMoveKind.Contested : ReviewMoveKind.Reported, by, words, now, reason);
        return Outcome.Done;
    }

    /// <summary>An admin takes it off the pages.</summary>
    public Outcome Hide(string because, string by, DateTimeOffset now)
    {
        if (State != ReviewState.Shown)
            return new NotFound();
        (State, HiddenBecause, OpenReports) = (ReviewState.Hidden, because, 0);
        Raise(new ReviewHidden(Id));
        return Seen(ReviewMoveKind.Hidden, by, because, now);
    }

    /// <summary>An admin looked at it and lets it stand, or lets it stand again.</summary>
    public Outcome Keep(string because, string by, DateTimeOffset now)
    {
        if (State == ReviewState.TakenBack || (State == ReviewState.Shown && OpenReports == 0))
            return new NotFound();
        var wasHidden = State == ReviewState.Hidden;
        (State, HiddenBecause, OpenReports) = (ReviewState.Shown, "", 0);
        var seen = Seen(ReviewMoveKind.Kept, by, because, now);
        Raise(new ReviewKept(Id, MoveCount, wasHidden));
        return seen;
    }

    private void Say(ReviewPlan said) => (Stars, Words, Name, Language) = (said.Stars, said.Words, said.Name, said.Language);

    private Outcome Seen(ReviewMoveKind kind, string by, string words, DateTimeOffset now)
    {
        Note(kind, by, words, now);
        Raise(new ReviewsChanged(Product));
        return Outcome.Done;
    }

    private void Note(ReviewMoveKind kind, string by, string words, DateTimeOffset now, ReportReason? reason = null)
        => _moves.Add(new ReviewMove(Id, ++MoveCount, kind, by, Stars, words, reason, now));
}

/// <summary>What a buyer says.</summary>
/// <param name="Stars">1 to 5.</param>
/// <param name="Words">May be empty.</param>
/// <param name="Name">What she wants to be called; may be empty.</param>
/// <param name="Language">Of the page on which she says it.</param>
public sealed record ReviewPlan(int Stars, string Words, string Name, string Language);

/// <summary>A line of an order as a review needs it.</summary>
/// <param name="ArrivedAt">UTC; null where it has not arrived, or nothing of it was sent.</param>
public sealed record ReceivedLine(OrderLineId Line, OrderId Order, CooperativeId Cooperative, ProductId Product, LocalizedText ProductName, DateTimeOffset? ArrivedAt);
