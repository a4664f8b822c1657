using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin decides that money without an order goes back to its sender: it stands as owed until it is transferred.</summary>
internal static class ReturnMoney
{
    internal sealed record Command(Actor Actor, MoneyInId Money) : ICommand, IForAdmin, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } money)
                return new NotFound();
            if (!money.IsUndecided)
                return new MoneyAlreadyDecided();
            var due = RefundDue.OfSurplus(ids.New<RefundDueId>(), RefundReason.Unknown, null, money.Id, money.Place, money.Amount, time.Now());
            db.Add(due);
            money.PayBack(due.Id);
            return Outcome.Done;
        }
    }
}
