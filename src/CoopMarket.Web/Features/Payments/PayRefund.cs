using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin has sent what was owed back and writes down the reference, of the bank or of the gateway's pages.</summary>
internal static class PayRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund, string? Reference) : ICommand, IForAdmin, IAbout
    {
        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reference).Must(r => CleanText.Read(r, 60, out _) == TextVerdict.Clean).WithMessage("payments.record.reference.flaw");
    }

    internal sealed class Handler(MarketDb db, CardCharges charges, RefundLimits limits, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund, cancellationToken) is not { } due)
                return new NotFound();
            _ = CleanText.Read(request.Reference, 60, out var reference);
            // Banks write capitals; Stripe's names are written as they are.
            if (due.Place == MoneyPlace.Bank)
                reference = reference.ToUpperInvariant();
            var outcome = due.Pay(reference, await limits.HoldAsync(due, cancellationToken), time.Now(), due.Place == MoneyPlace.Cards ? await charges.ForAsync(due, cancellationToken) : null);
            if (!outcome.IsDone)
                return outcome;
            var told = await db.Set<MoneyIn>().FirstOrDefaultAsync(
                m => m.State == MoneyInState.Outgoing && m.Reference == reference && m.Amount.Minor == due.Left.Minor, cancellationToken);
            told?.PayBack(due.Id);
            return outcome;
        }
    }
}
