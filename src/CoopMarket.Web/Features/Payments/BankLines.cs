using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Stores bank lines once, from whatever source; what of them are movements that are stored is decided by <see cref="Telling"/>. One
/// transaction at a time looks and stores, so that a feed and a file that tell at the same moment see each other.
/// </summary>
internal sealed class BankLines(MarketDb db, KnownLines known, OutgoingRefunds outgoing, PaidOut paidOut, BankTransferSettings bank, TimeProvider time, Ids ids)
{
    /// <summary>Adds the line to the running transaction; null when it is stored already.</summary>
    /// <param name="isAnother">Whether a person has said that it is no movement that is stored, however much it is like one.</param>
    public async Task<MoneyIn?> StoreAsync(BankLine line, CancellationToken cancellationToken, bool isAnother = false)
        => (await StoreAllAsync([line], cancellationToken, isAnother)) is [var stored] ? stored : null;

    /// <summary>Adds lines to the running transaction, without those that are stored already, also among themselves.</summary>
    /// <param name="isAnother">As above, of each of them.</param>
    /// <param name="file">All that is told together, where these lines are a part of it.</param>
    public async Task<IReadOnlyList<MoneyIn>> StoreAllAsync(IReadOnlyList<BankLine> told, CancellationToken cancellationToken, bool isAnother = false, IReadOnlyList<BankLine>? file = null)
    {
        // The card gateway tells by one name only, and its lines come while an order is held.
        if (told.Any(l => MoneyIn.PlaceOf(l.Source) == MoneyPlace.Bank))
            await db.HoldAsync("payments.bank-lines", cancellationToken);
        var book = await known.LookAsync(told, cancellationToken, file);
        List<MoneyIn> stored = [];
        foreach (var line in told)
        {
            if (book.IsTold(line))
                continue;
            var telling = book.Of(line, isAnother);
            if (telling is { Kind: TellingKind.Known, Movement: { } movement })
            {
                db.Add(FurtherTelling.Of(line, movement, time.Now()));
                book.TellAgain(line, movement);
                continue;
            }

            var money = MoneyIn.Store(
                ids.New<MoneyInId>(), line with { IsDoubtful = line.IsDoubtful || telling.Kind == TellingKind.Doubtful }, book.HasReference(line),
                MoneyIn.PlaceOf(line.Source) == MoneyPlace.Cards ? line.Transfer.Account : bank.AccountNumber, time.Now());
            db.Add(money);
            book.Add(line, money.Id);
            stored.Add(money);
            if (money is { State: MoneyInState.Outgoing, IsDoubtful: false })
                await MeetAsync(money, cancellationToken);
        }

        return stored;
    }

    // The bank tells of what an admin has already written down, by the same reference and amount, or of a transfer that carries the own
    // code of a refund or a payout and exactly its amount. Nothing is guessed; what fits none is an admin's to decide.
    private async Task MeetAsync(MoneyIn line, CancellationToken cancellationToken)
    {
        var written = await db.Set<RefundDue>().Where(r => r.Reference == line.Reference).ToListAsync(cancellationToken);
        if (written.Find(r => r.Left == line.Amount) is { } refund)
            line.PayBack(refund.Id);
        else if (written.Count == 0 && await outgoing.RefundOfAsync(line, cancellationToken) is { } named)
            line.PayBack(named);
        else if (await paidOut.RunOfAsync(line.Reference, line.Amount, cancellationToken) is { } run)
            line.PayOut(run);
        else if (await paidOut.MeetAsync(line.Text, line.Amount, line.Reference, cancellationToken) is { } met)
            line.PayOut(met);
    }
}
