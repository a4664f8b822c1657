using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>Gives a new market the delivery rules it begins with. Does nothing where there are any.</summary>
internal static class EnsureRules
{
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Set<DeliveryRule>().AnyAsync(r => r.Cooperative == null, cancellationToken))
                db.Add(DeliveryRule.Add(ids.New<RuleId>(), null, FirstRules.Start, FirstRules.Rates, pickUp: true, by: null));
            if (!await db.Set<DeliveryBlock>().AnyAsync(cancellationToken))
                db.AddRange(FirstRules.Blocks.Select(b => DeliveryBlock.Add(ids.New<RuleId>(), b.Category, b.Place, true, b.Reason, FirstRules.Start, by: null)));
            return Outcome.Done;
        }
    }
}
