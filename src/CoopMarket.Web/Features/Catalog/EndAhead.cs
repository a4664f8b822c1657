using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Takes no more orders ahead of a product's harvest. What was sold stays promised.</summary>
internal static class EndAhead
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await db.Set<Product>().AnyAsync(p => p.Id == command.Product && p.Cooperative == command.Cooperative, cancellationToken))
                return new NotFound();
            var now = time.Now();
            var ended = 0;
            // In one order for all, as orders take them.
            foreach (var variant in (await db.Set<AheadSale>().Where(a => a.Product == command.Product && a.EndedAt == null).Select(a => a.Variant).ToListAsync(cancellationToken)).OrderBy(v => v.Value))
                ended += await db.Set<AheadSale>().Where(a => a.Variant == variant && a.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now), cancellationToken);
            if (ended == 0)
                return new NothingSoldAhead();
            outbox.Raise(new AheadChanged(command.Product));
            return Outcome.Done;
        }
    }
}
