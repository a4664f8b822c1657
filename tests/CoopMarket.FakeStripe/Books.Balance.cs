namespace CoopMarket.FakeStripe;

/// <content>The platform's balance: one line for all that moves on it, and what only moves there.</content>
public sealed partial class Books
{
    private readonly Entries<BalanceTransaction> moves = new(m => m.Id);
    private readonly Entries<Dispute> disputes = new(d => d.Id);
    private readonly Entries<BankPayout> payouts = new(p => p.Id);
    private readonly Dictionary<string, (string Currency, decimal Rate)> settled = new(StringComparer.Ordinal);

    /// <summary>What Stripe keeps from now on.</summary>
    public Fees Fees { get; set; } = Fees.None;

    /// <summary>What moved on the platform's balance, oldest first.</summary>
    public IReadOnlyList<BalanceTransaction> BalanceTransactions => InTurn(moves.Copy);

    public IReadOnlyList<Dispute> Disputes => InTurn(disputes.Copy);

    /// <summary>What the platform holds of a currency.</summary>
    public long Balance(string currency) => InTurn(() => Held(currency));

    /// <summary>From now on what moves in a currency is held in another: how many smallest units of it for one.</summary>
    public void SettleIn(string currency, string instead, decimal rate) => InTurn(() => settled[currency] = (instead, rate));

    /// <summary>Somebody takes money in Stripe's own pages: a charge that no session asked for.</summary>
    public Charge ChargeOutside(long amount, string currency) => InTurn(() =>
    {
        var intent = intents.Put(new(NewId("pi"), "", amount, currency, null, new Dictionary<string, string>(StringComparer.Ordinal), Now, "succeeded", amount));
        var charge = charges.Put(new(NewId("ch"), "", intent.Id, amount, currency, 0, Now));
        intents.Put(intent with { LatestCharge = charge.Id });
        Move("charge", "charge", charge.Id, amount, currency, Fees.Of(amount));
        return charge;
    });

    /// <summary>What was kept of a charge is changed afterwards: by a line of its own, for none is ever changed.</summary>
    /// <param name="more">Above zero where more is kept, below where some is given back.</param>
    public BalanceTransaction ChangeFee(long more, string currency) => InTurn(() => Move("stripe_fee", "fee", "", -more, currency, 0));

    /// <summary>Anything else that moves on the balance.</summary>
    public BalanceTransaction Adjust(long amount, string currency, string type = "adjustment", string category = "other_adjustment") => InTurn(() => Move(type, category, "", amount, currency, 0));

    /// <summary>A line is told otherwise than before, which Stripe says never happens.</summary>
    public void Retell(string id, long amount) => InTurn(() => moves.Put(moves.Find(id)! with { Amount = amount }));

    internal Dispute Dispute(string intentId, long? amount, long? dueBy) => InTurn(() =>
    {
        var charge = charges.Find(intents.Find(intentId)?.LatestCharge ?? "") ?? throw Refusal.NotFound("payment_intent", intentId);
        var dispute = disputes.Put(new(NewId("dp"), charge.Id, intentId, amount ?? charge.Amount, charge.Currency, "needs_response", Now, dueBy));
        Raise("charge.dispute.created", Render.Dispute(dispute));
        Move("adjustment", "dispute", dispute.Id, -dispute.Amount, dispute.Currency, Fees.Dispute);
        Raise("charge.dispute.funds_withdrawn", Render.Dispute(dispute));
        return dispute;
    });

    internal Dispute EndDispute(string id, bool won) => InTurn(() =>
    {
        var dispute = disputes.Put((disputes.Find(id) ?? throw Refusal.NotFound("dispute", id)) with { Status = won ? "won" : "lost" });
        if (won)
        {
            Move("adjustment", "dispute_reversal", dispute.Id, dispute.Amount, dispute.Currency, 0);
            Raise("charge.dispute.funds_reinstated", Render.Dispute(dispute));
        }

        Raise("charge.dispute.closed", Render.Dispute(dispute));
        return dispute;
    });

    internal BankPayout PayOut(long amount, string currency) => InTurn(() =>
    {
        if (amount > Held(currency))
            throw Refusal.State("You have insufficient funds in your Stripe account.", "balance_insufficient");
        var payout = payouts.Put(new(NewId("po"), amount, currency, "paid", Now));
        Move("payout", "payout", payout.Id, -amount, currency, 0);
        Raise("payout.paid", Render.Payout(payout));
        return payout;
    });

    internal BankPayout FailPayout(string id) => InTurn(() =>
    {
        var payout = payouts.Put((payouts.Find(id) ?? throw Refusal.NotFound("payout", id)) with { Status = "failed" });
        Move("payout_failure", "payout_reversal", payout.Id, payout.Amount, payout.Currency, 0);
        Raise("payout.failed", Render.Payout(payout));
        return payout;
    });

    internal IReadOnlyList<BalanceTransaction> MovesAfter(string? id, int count, Func<BalanceTransaction, bool> wanted) => InTurn(() => moves.Newest(id).Where(wanted).Take(count).ToArray());

    /// <summary>What a line is about, where Stripe shows it in full.</summary>
    internal System.Text.Json.Nodes.JsonObject? SourceOf(BalanceTransaction move) => InTurn(() =>
        charges.Find(move.Source) is { } charge ? Render.Charge(charge)
            : refunds.Find(move.Source) is { } refund ? Render.Refund(refund)
            : disputes.Find(move.Source) is { } dispute ? Render.Dispute(dispute)
            : payouts.Find(move.Source) is { } payout ? Render.Payout(payout)
            : transfers.Find(move.Source) is { } transfer ? Render.Transfer(transfer, ReversalsOf(transfer.Id))
            : reversals.Find(move.Source) is { } reversal ? Render.Reversal(reversal)
            : null);

    /// <summary>What is held of each currency.</summary>
    internal IReadOnlyDictionary<string, long> AllHeld() => InTurn(() => moves.Copy().GroupBy(m => m.Currency, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.Net), StringComparer.Ordinal));

    private long Held(string currency) => moves.Copy().Where(m => m.Currency == currency).Sum(m => m.Net);

    private BalanceTransaction Move(string type, string category, string source, long amount, string currency, long fee)
        => settled.TryGetValue(currency, out var other)
            ? moves.Put(new(NewId("txn"), type, category, source, (long)Math.Round(amount * other.Rate, MidpointRounding.AwayFromZero), (long)Math.Round(fee * other.Rate, MidpointRounding.AwayFromZero), other.Currency, Now, other.Rate))
            : moves.Put(new(NewId("txn"), type, category, source, amount, fee, currency, Now));
}
