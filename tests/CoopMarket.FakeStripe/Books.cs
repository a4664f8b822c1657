using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CoopMarket.FakeStripe;

/// <summary>
/// What happened to whose money. Everything is read and changed in turn, and every look first lets the clock expire what is due.
/// Lists are copies, oldest first.
/// </summary>
public sealed partial class Books
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

    private readonly Lock turn = new();
    private readonly TimeProvider clock;
    private readonly Entries<CheckoutSession> sessions = new(s => s.Id);
    private readonly Entries<PaymentIntent> intents = new(i => i.Id);
    private readonly Dictionary<string, string> intentOf = new(StringComparer.Ordinal);
    private readonly Entries<Charge> charges = new(c => c.Id);
    private readonly Entries<Refund> refunds = new(r => r.Id);
    private readonly Entries<StripeEvent> events = new(e => e.Id);
    private readonly List<Received> requests = [];
    private readonly PriorityQueue<string, long> due = new();
    private readonly List<string> unsent = [];

    internal Books(TimeProvider clock) => this.clock = clock;

    public IReadOnlyList<CheckoutSession> Sessions => InTurn(sessions.Copy);

    public IReadOnlyList<PaymentIntent> PaymentIntents => InTurn(intents.Copy);

    public IReadOnlyList<Charge> Charges => InTurn(charges.Copy);

    public IReadOnlyList<Refund> Refunds => InTurn(refunds.Copy);

    public IReadOnlyList<StripeEvent> Events => InTurn(events.Copy);

    /// <summary>Every call with a good key, also those that were dropped, refused or answered from what was saved.</summary>
    public IReadOnlyList<Received> Requests => InTurn(() => requests.ToArray());

    internal long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Where buyers pay; known once the host listens.</summary>
    internal Uri Address { get; set; } = new("http://127.0.0.1");

    /// <summary>Makes the books themselves disagree with what was asked for, as no event alone can: who looks again sees it, too.</summary>
    public void Amend(string sessionId, long? amount = null, string? currency = null, bool? livemode = null) => InTurn(() =>
    {
        var was = Known(sessionId);
        sessions.Put(was with { AmountTotal = amount ?? was.AmountTotal, Currency = currency ?? was.Currency, Livemode = livemode ?? was.Livemode });
        if (intentOf.TryGetValue(sessionId, out var id) && intents.Find(id) is { } intent)
        {
            var received = intent.AmountReceived == 0 ? 0 : amount ?? intent.AmountReceived;
            intents.Put(intent with { Amount = amount ?? intent.Amount, AmountReceived = received, Currency = currency ?? intent.Currency });
        }
        return was;
    });

    internal static string NewId(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, 24)}";

    internal void Note(Received request)
    {
        lock (turn)
            requests.Add(request);
    }

    internal void ExpireDue() => InTurn(() => 0);

    internal CheckoutSession Open(CheckoutSession session) => InTurn(() =>
    {
        due.Enqueue(session.Id, session.ExpiresAt);
        return sessions.Put(session);
    });

    /// <summary>A payment page as it stands.</summary>
    public CheckoutSession Session(string id) => InTurn(() => Known(id));

    internal PaymentIntent Intent(string id) => InTurn(() => intents.Find(id) ?? throw Refusal.NotFound("payment_intent", id));

    internal Refund FindRefund(string id) => InTurn(() => refunds.Find(id) ?? throw Refusal.NotFound("refund", id));

    internal StripeEvent FindEvent(string id) => InTurn(() => events.Find(id) ?? throw Refusal.NotFound("event", id));

    /// <summary>Newest first; one more than asked tells whether there are more.</summary>
    internal IReadOnlyList<CheckoutSession> SessionsAfter(string? id, int count, Func<CheckoutSession, bool> wanted)
        => InTurn(() => sessions.Newest(id).Where(wanted).Take(count).ToArray());

    /// <inheritdoc cref="SessionsAfter"/>
    internal IReadOnlyList<StripeEvent> EventsAfter(string? id, int count, Func<StripeEvent, bool> wanted)
        => InTurn(() => events.Newest(id).Where(wanted).Take(count).ToArray());

    /// <inheritdoc cref="SessionsAfter"/>
    internal IReadOnlyList<Refund> RefundsAfter(string? id, int count, Func<Refund, bool> wanted)
        => InTurn(() => refunds.Newest(id).Where(wanted).Take(count).ToArray());

    internal Charge Pay(string id) => InTurn(() =>
    {
        var session = StillOpen(id);
        var intent = IntentFor(session);
        var charge = charges.Put(new(NewId("ch"), id, intent.Id, session.AmountTotal, session.Currency, 0, Now));
        intent = intents.Put(intent with { Status = "succeeded", AmountReceived = charge.Amount, LatestCharge = charge.Id, Declined = false });
        session = sessions.Put(session with { Status = "complete", PaymentStatus = "paid", PaymentIntent = intent.Id });
        Move("charge", "charge", charge.Id, charge.Amount, charge.Currency, Fees.Of(charge.Amount));
        Raise("payment_intent.succeeded", Render.Intent(intent), session.Livemode);
        Raise("checkout.session.completed", Render.Session(session, Address), session.Livemode);
        return charge;
    });

    internal CheckoutSession Decline(string id) => InTurn(() =>
    {
        var session = StillOpen(id);
        var intent = intents.Put(IntentFor(session) with { Status = "requires_payment_method", Declined = true });
        Raise("payment_intent.payment_failed", Render.Intent(intent), session.Livemode);
        return session;
    });

    internal CheckoutSession Expire(string id, Caller by) => InTurn(() => EndUnpaid(StillOpen(id), by));

    internal Refund GiveBack(string intentId, long? amount, string? reason, IReadOnlyDictionary<string, string> metadata, Caller by) => InTurn(() =>
    {
        var intent = intents.Find(intentId) ?? throw Refusal.NotFound("payment_intent", intentId);
        var charge = intent.LatestCharge is { } id ? charges.Find(id)! : throw Refusal.State($"This PaymentIntent ({intentId}) does not have a successful charge to refund.");
        var left = charge.Amount - charge.Refunded;
        if (left == 0)
            throw Refusal.State($"Charge {charge.Id} has already been refunded.", "charge_already_refunded");
        if (amount is < 1)
            throw Refusal.Bad("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (amount > left)
            throw Refusal.State($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})");
        var refund = refunds.Put(new(NewId("re"), charge.Id, intentId, amount ?? left, charge.Currency, reason, "succeeded", metadata, Now));
        charge = charges.Put(charge with { Refunded = charge.Refunded + refund.Amount });
        Move("refund", "refund", refund.Id, -refund.Amount, refund.Currency, 0);
        Raise("refund.created", Render.Refund(refund), by: by);
        Raise("charge.refunded", Render.Charge(charge), by: by);
        return refund;
    });

    /// <summary>The buyer's bank sends a refund back.</summary>
    internal Refund Fail(string refundId) => InTurn(() =>
    {
        var refund = refunds.Find(refundId) ?? throw Refusal.NotFound("refund", refundId);
        if (refund.Status == "failed")
            return refund;
        var charge = charges.Find(refund.Charge)!;
        charges.Put(charge with { Refunded = charge.Refunded - refund.Amount });
        refund = refunds.Put(refund with { Status = "failed" });
        Move("refund_failure", "refund_failure", refund.Id, refund.Amount, refund.Currency, 0);
        Raise("refund.failed", Render.Refund(refund));
        return refund;
    });

    internal StripeEvent Happen(string type, JsonObject data) => InTurn(() => Raise(type, data));

    /// <summary>What has happened since this was asked last.</summary>
    internal IReadOnlyList<string> TakeUnsent() => InTurn(() =>
    {
        var taken = unsent.ToArray();
        unsent.Clear();
        return taken;
    });

    internal void Attempted(string eventId, int status, bool delivered) => InTurn(() =>
    {
        var was = events.Find(eventId)!;
        return events.Put(was with { Attempts = was.Attempts + 1, LastStatus = status, Delivered = was.Delivered || delivered });
    });

    private CheckoutSession Known(string id) => sessions.Find(id) ?? throw Refusal.NotFound("checkout.session", id);

    private CheckoutSession StillOpen(string id)
        => Known(id) is { Status: "open" } open
            ? open
            : throw Refusal.State($"Only Checkout Sessions with a status in [\"open\"] can be changed. This Checkout Session has a status of {Known(id).Status}.");

    private PaymentIntent IntentFor(CheckoutSession session)
    {
        if (intentOf.TryGetValue(session.Id, out var known))
            return intents.Find(known)! with { Amount = session.AmountTotal, Currency = session.Currency };
        var intent = new PaymentIntent(NewId("pi"), session.Id, session.AmountTotal, session.Currency, session.Description, session.IntentMetadata, Now);
        intentOf[session.Id] = intent.Id;
        return intent;
    }

    private CheckoutSession EndUnpaid(CheckoutSession session, Caller? by)
    {
        var ended = sessions.Put(session with { Status = "expired" });
        Raise("checkout.session.expired", Render.Session(ended, Address), ended.Livemode, by);
        return ended;
    }

    private StripeEvent Raise(string type, JsonObject data, bool livemode = false, Caller? by = null)
    {
        var raised = events.Put(new(NewId("evt"), type, Render.Text(data), livemode, by?.RequestId, by?.Key, Now));
        unsent.Add(raised.Id);
        return raised;
    }

    private T InTurn<T>(Func<T> work)
    {
        lock (turn)
        {
            while (due.TryPeek(out var id, out var at) && at <= Now)
            {
                due.Dequeue();
                if (sessions.Find(id) is { Status: "open" } late)
                    EndUnpaid(late, by: null);
            }
            return work();
        }
    }
}
