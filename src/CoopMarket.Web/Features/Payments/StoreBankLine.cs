using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Keeps a bank line that a feed told, once, whatever it is; what it pays is decided after it is safe.</summary>
internal static class StoreBankLine
{
    /// <summary>Sent by feeds that have proven who they are, as jobs; never by a page.</summary>
    internal sealed record Command(Actor Actor, BankLine Line) : ICommand, IForAdmin, IAbout
    {
        public string About => Line.Reference;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Line.SourceId).NotEmpty().MaximumLength(100).WithMessage("payments.feed.flaw");
            RuleFor(c => c.Line.Reference).NotEmpty().MaximumLength(100).WithMessage("payments.feed.flaw");
            RuleFor(c => c.Line.Transfer.AmountDong).InclusiveBetween(-Money.Most, Money.Most).WithMessage("payments.feed.flaw");
        }
    }

    internal sealed class Handler(BankLines lines) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            await lines.StoreAsync(request.Line, cancellationToken);
            return Outcome.Done;
        }
    }
}

/// <summary>Stores bank lines once, from whatever source.</summary>
internal sealed class BankLines(MarketDb db, PaidOut paidOut, BankTransferSettings bank, RefundSettings refunds, TimeProvider time, Ids ids)
{
    /// <summary>Adds the line to the running transaction; null when it is stored already.</summary>
    public async Task<MoneyIn?> StoreAsync(BankLine line, CancellationToken cancellationToken) => (await StoreAllAsync([line], cancellationToken)) is [var stored] ? stored : null;

    /// <summary>Adds lines to the running transaction, without those that are stored already, also among themselves.</summary>
    public async Task<IReadOnlyList<MoneyIn>> StoreAllAsync(IReadOnlyList<BankLine> told, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(told, cancellationToken);
        var byName = known.Select(k => (k.Source, k.SourceId)).ToHashSet();
        var byReference = known.ToLookup(k => (k.Account, k.Direction, k.Reference), k => k.Minor).ToDictionary(g => g.Key, g => g.ToHashSet());
        List<MoneyIn> stored = [];
        foreach (var line in told)
        {
            var amount = Math.Abs(line.Transfer.AmountDong);
            var reference = (BankAccount.Plain(line.Transfer.Account), line.Direction, line.Reference);
            var others = byReference.GetValueOrDefault(reference);
            if (!byName.Add((line.Source, line.SourceId)) || others?.Contains(amount) == true)
                continue;
            byReference.TryAdd(reference, []);
            byReference[reference].Add(amount);
            stored.Add(await AddAsync(line, isTaken: others is not null, cancellationToken));
        }

        return stored;
    }

    // By each of the two names that a line has, as they are indexed.
    private async Task<List<Stored>> KnownAsync(IReadOnlyList<BankLine> told, CancellationToken cancellationToken)
    {
        List<Stored> known = [];
        foreach (var of in told.GroupBy(l => l.Source))
        {
            var names = of.Select(l => l.SourceId).ToList();
            known.AddRange(await Of(db.Set<MoneyIn>().Where(m => m.Source == of.Key && names.Contains(m.SourceId))).ToListAsync(cancellationToken));
        }

        foreach (var of in told.GroupBy(l => (Account: BankAccount.Plain(l.Transfer.Account), l.Direction)))
        {
            var references = of.Select(l => l.Reference).ToList();
            known.AddRange(await Of(db.Set<MoneyIn>().Where(m => m.Account == of.Key.Account && m.Direction == of.Key.Direction && references.Contains(m.Reference))).ToListAsync(cancellationToken));
        }

        return known;

        static IQueryable<Stored> Of(IQueryable<MoneyIn> lines) => lines.AsNoTracking().Select(m => new Stored(m.Source, m.SourceId, m.Account, m.Direction, m.Reference, m.Amount.Minor));
    }

    private async Task<MoneyIn> AddAsync(BankLine line, bool isTaken, CancellationToken cancellationToken)
    {
        var stored = MoneyIn.Store(ids.New<MoneyInId>(), line, isTaken, MoneyIn.PlaceOf(line.Source) == MoneyPlace.Cards ? line.Transfer.Account : bank.AccountNumber, time.Now());
        db.Add(stored);
        if (stored.State == MoneyInState.Outgoing)
            await MeetAsync(stored, cancellationToken);
        return stored;
    }

    private sealed record Stored(MoneySource Source, string SourceId, string Account, TransferDirection Direction, string Reference, long Minor);

    // The bank tells of what an admin has already written down, by the same reference and amount, or of a transfer that carries a
    // refund's own code and exactly its amount. Nothing is guessed; what fits neither is an admin's to decide.
    private async Task MeetAsync(MoneyIn line, CancellationToken cancellationToken)
    {
        var written = await db.Set<RefundDue>().Where(r => r.Reference == line.Reference).ToListAsync(cancellationToken);
        if (written.Find(r => r.Left == line.Amount) is { } refund)
            line.PayBack(refund.Id);
        else if (written.Count == 0 && await NamedAsync(line, cancellationToken) is { } named && named.Pay(line.Reference, refunds.Alone, time.Now()).IsDone)
            line.PayBack(named.Id);
        else if (await paidOut.RunOfAsync(line.Reference, line.Amount, cancellationToken) is { } run)
            line.PayOut(run);
    }

    private async Task<RefundDue?> NamedAsync(MoneyIn line, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(line.Text).Select(c => c.Value).ToList();
        if (line.IsDoubtful || codes.Count == 0)
            return null;
        return await db.Set<RefundDue>().Where(r => codes.Contains(r.Code) && r.Place == MoneyPlace.Bank && r.PaidAt == null).ToListAsync(cancellationToken) is [var one] && one.Left == line.Amount ? one : null;
    }
}
