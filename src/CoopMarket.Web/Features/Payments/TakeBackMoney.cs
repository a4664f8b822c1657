using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin says which transfer the bank took back with an outgoing line, by the transfer's own reference: it is never guessed.
/// What the order and the books make of it follows from the event. The transfer, its order's payment and the line are read as
/// of one moment.
/// </summary>
internal static class TakeBackMoney
{
    private const int LongestReference = 140;

    internal sealed record Command(Actor Actor, MoneyInId Money, string? Reference) : ICommand, IForAdmin, IAbout, ISerialized
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reference).Must(r => CleanText.Read(r, LongestReference, out _) == TextVerdict.Clean).WithMessage("payments.record.reference.flaw");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return new NotFound();
            _ = CleanText.Read(request.Reference, LongestReference, out var reference);
            reference = reference.ToUpperInvariant();
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(
                    m => m.Direction == TransferDirection.In && m.Account == line.Account && m.Reference == reference, cancellationToken) is not { } taken)
                return new NoTransferOfThatReference();
            var (counted, undecided) = (taken.Applied, taken.State == MoneyInState.Unknown);
            var outcome = line.TakeBack(taken);
            if (!outcome.IsDone)
                return outcome;
            if (undecided)
                GiveBack(taken, taken.Amount);
            else if (!counted.IsZero)
                await UncountAsync(taken, counted, cancellationToken);
            return outcome;
        }

        private async Task UncountAsync(MoneyIn taken, Money counted, CancellationToken cancellationToken)
        {
            var payment = await db.Set<Payment>().SingleAsync(p => p.Order == taken.Order, cancellationToken);
            var noSaleYet = payment.IsOpen;
            payment.TakeBack(counted);
            if (noSaleYet)
                GiveBack(taken, counted);
        }

        // What is no sale's money falls due like any other; the bank has sent it already.
        private void GiveBack(MoneyIn taken, Money amount)
            => db.Add(RefundDue.OfSurplus(ids.New<RefundDueId>(), RefundReason.TakenBack, taken.Order, taken.Id, taken.Place, amount, time.Now()));
    }
}
