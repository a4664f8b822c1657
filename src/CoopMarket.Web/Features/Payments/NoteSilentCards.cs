using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Writes down that the card gateway did not let its books be read, so that nobody takes an old result for today's.</summary>
internal static class NoteSilentCards
{
    /// <summary>Sent by the comparison; never by a page.</summary>
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Add(CardComparison.Unreached(ids.New<CardComparisonId>(), time.Now()));
            return Task.FromResult(Outcome.Done);
        }
    }
}
