using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Gives a new market the tax rates it begins with. Does nothing where there are any.</summary>
internal static class EnsureTaxRates
{
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            if (!await db.Set<VatRate>().AnyAsync(cancellationToken))
                db.AddRange(FirstTaxRates.Vat.Select(r => new VatRate { Id = ids.New<RuleId>(), Class = r.Class, BasisPoints = r.BasisPoints, From = r.From, AddedAt = now }));
            if (!await db.Set<WithholdingRate>().AnyAsync(cancellationToken))
                db.AddRange(FirstTaxRates.Withholding.Select(r => new WithholdingRate
                {
                    Id = ids.New<RuleId>(),
                    Kind = r.Kind,
                    VatBasisPoints = r.Vat,
                    IncomeBasisPoints = r.Income,
                    From = r.From,
                    AddedAt = now,
                }));
            return Outcome.Done;
        }
    }
}
