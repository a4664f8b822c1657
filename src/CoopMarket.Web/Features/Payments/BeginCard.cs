using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Writes down that the gateway is about to be asked for a page, or finds the page that stands open already. An order has one page
/// at a time: while nobody knows whether there is one, there is no second.
/// </summary>
internal static class BeginCard
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret) : ICommand<Outcome<Begun>>, IForGuestOf;

    /// <param name="Charged">What the card is charged, in the currency that the buyer chose.</param>
    /// <param name="Page">The page that stands open; null where the gateway is to be asked for one.</param>
    internal sealed record Begun(CardAttemptId Attempt, string Code, Money Charged, DateTimeOffset ClosesAt, string? Page);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Begun>>
    {
        public async Task<Outcome<Begun>> Handle(Command request, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(request.OrderCode).Value;
            var payment = await db.Set<Payment>().SingleAsync(p => p.Code == code, cancellationToken);
            if (!payment.IsOpen || payment.Way != PaymentWay.Card)
                return new NothingToPay();
            var now = time.Now();
            if (await db.Set<CardAttempt>().SingleOrDefaultAsync(a => a.Payment == payment.Id && a.EndedAt == null, cancellationToken) is { } live)
                return live.IsOpenAt(now) ? Of(live) : live.State == CardAttemptState.Open ? new CardTimeOver() : new CardUncertain();
            if (CardLimits.Refuse(payment.Open, payment.OpenCharged) is { } bar)
                return bar;
            if (payment.PayBy < now + CardAttempt.PageOpen)
                return new CardTimeOver();
            var attempt = CardAttempt.Begin(ids.New<CardAttemptId>(), payment, now);
            db.Add(attempt);
            return Of(attempt);
        }

        private static Begun Of(CardAttempt attempt) => new(attempt.Id, attempt.Code, attempt.Charged, attempt.ClosesAt, attempt.Page);
    }
}
