using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using Stripe;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>
/// Stripe's own books: every line of the market's balance, by the categories in which Stripe reports (not by the types of lines, of which
/// one says «adjustment» of a dispute, of its end and of a fee), and what it holds.
/// </summary>
internal sealed class StripeBooks(StripeDoor door)
{
    /// <summary>All lines since a moment.</summary>
    /// <param name="from">UTC; null for all that there are.</param>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<SeenBooks> ReadAsync(DateTimeOffset? from, CancellationToken cancellationToken) => door.AskAsync(async client =>
    {
        BalanceTransactionListOptions options = new() { Limit = 100 };
        if (from is { } since)
            options.Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime };
        // A charge, a refund and a dispute say which payment they are about.
        options.AddExpand("data.source");
        List<SeenMove> moves = [];
        List<string> strange = [];
        await foreach (var move in client.V1.BalanceTransactions.ListAutoPagingAsync(options, null, cancellationToken))
            if (Read(move) is { } read)
                moves.Add(read);
            else
                strange.Add(move.Id);
        moves.Reverse();
        return new SeenBooks(moves, strange);
    }, cancellationToken);

    /// <summary>What Stripe holds of each currency: what it may pay out and what it may not yet.</summary>
    /// <exception cref="CardsUnreachableException">Stripe gave no answer.</exception>
    public Task<IReadOnlyDictionary<Currency, long>> HeldAsync(CancellationToken cancellationToken) => door.AskAsync<IReadOnlyDictionary<Currency, long>>(async client =>
    {
        var balance = await client.V1.Balance.GetAsync(null, null, cancellationToken);
        return balance.Available.Select(a => (a.Currency, a.Amount)).Concat(balance.Pending.Select(p => (p.Currency, p.Amount)))
            .Where(h => Currencies.Find(h.Currency) is not null)
            .GroupBy(h => Currencies.Find(h.Currency)!.Value).ToDictionary(g => g.Key, g => g.Sum(h => h.Amount));
    }, cancellationToken);

    private static SeenMove? Read(BalanceTransaction move)
    {
        var (charge, minor, of) = move.Source switch
        {
            Charge source => (source.PaymentIntentId, source.Amount, source.Currency),
            Refund source => (source.PaymentIntentId, source.Amount, source.Currency),
            Dispute source => (source.PaymentIntentId, source.Amount, source.Currency),
            _ => ("", Math.Abs(move.Amount), move.Currency),
        };
        if (Currencies.Find(move.Currency) is not { } currency || Currencies.Find(of) is not { } moved)
            return null;
        return new(
            move.Id, KindOf(move.ReportingCategory), move.SourceId ?? "", charge ?? "", new(move.Amount, currency), new(move.Fee, currency),
            // What moved it knows no sign; of a charge that the line is only a part of, the line says how much.
            currency == moved ? new(move.Amount, currency) : new(Math.Sign(move.Amount) * minor, moved), new DateTimeOffset(DateTime.SpecifyKind(move.Created, DateTimeKind.Utc)));
    }

    private static CardMoveKind KindOf(string? category) => category switch
    {
        "charge" => CardMoveKind.Charge,
        "refund" => CardMoveKind.Refund,
        "refund_failure" => CardMoveKind.RefundFailed,
        "dispute" => CardMoveKind.Dispute,
        "dispute_reversal" => CardMoveKind.DisputeReversed,
        "fee" or "network_cost" => CardMoveKind.Fee,
        "payout" => CardMoveKind.Payout,
        "payout_reversal" => CardMoveKind.PayoutReversed,
        "transfer" => CardMoveKind.Transfer,
        "transfer_reversal" => CardMoveKind.TransferReversed,
        _ => CardMoveKind.Other,
    };
}
