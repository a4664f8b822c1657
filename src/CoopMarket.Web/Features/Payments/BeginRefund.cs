using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Writes down that the gateway is about to be asked to send money back, and on which charge. Of two nodes one begins: the other
/// finds it under way.
/// </summary>
internal static class BeginRefund
{
    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand<Outcome<CardRefundOrder>>, IForAdmin, IAbout
    {
        public string About => Refund.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, RefundSettings settings, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<CardRefundOrder>>
    {
        public async Task<Outcome<CardRefundOrder>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Id == request.Refund && r.Place == MoneyPlace.Cards, cancellationToken) is not { } due)
                return new NotFound();
            if (await ChargeAsync(due, cancellationToken) is not { } charge)
            {
                due.FindNoCharge();
                return new CardRefundOrder(default, "", due.Left);
            }

            var call = ids.New<RefundCallId>();
            var begun = due.Begin(call, charge, settings.Alone, time.Now());
            return begun.IsDone ? new CardRefundOrder(call, charge, due.Left) : begun.Refusal!;
        }

        // The first of its charges of which so much is left. One refund goes back on one charge: the gateway knows no other kind.
        private async Task<string?> ChargeAsync(RefundDue due, CancellationToken cancellationToken)
        {
            var charges = await db.Set<MoneyIn>()
                .Where(m => m.Source == MoneySource.Card && m.State != MoneyInState.TakenBack && (due.MoneyIn == null ? m.Order == due.Order && m.Order != null : m.Id == due.MoneyIn))
                .OrderBy(m => m.BookedAt).Select(m => new { m.Reference, m.Amount.Minor }).ToListAsync(cancellationToken);
            foreach (var charge in charges.Where(c => c.Reference.StartsWith("pi_", StringComparison.Ordinal)))
            {
                var sent = await db.Set<RefundDue>().Where(r => r.Id != due.Id && r.Charge == charge.Reference && r.FailedAt == null && (r.Call != null || r.Reference != null))
                    .SumAsync(r => r.Amount.Minor - r.SetOff.Minor, cancellationToken);
                if (charge.Minor - sent >= due.Left.Minor)
                    return charge.Reference;
            }

            return null;
        }
    }
}
