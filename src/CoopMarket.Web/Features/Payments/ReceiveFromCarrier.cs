using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin takes in the list of the cash that a carrier paid the market with a line of the bank. Each parcel counts once, no more than was
/// to be collected counts, and all lists of a line together no more than came with it.
/// </summary>
internal static class ReceiveFromCarrier
{
    /// <param name="List">The lines as <see cref="LookAtCarrierList"/> showed them.</param>
    internal sealed record Command(Actor Actor, MoneyInId Money, string List) : ICommand<Outcome<int>>, IForAdmin, ISerialized, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Remittances remittances, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<int>>
    {
        /// <summary>Answers how many parcels changed.</summary>
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == command.Money, cancellationToken) is not { } line)
                return new NotFound();
            if (RemittanceFile.Again(command.List) is not { } list)
                return new RemittanceGone();
            var counted = (await remittances.TakeAsync(null, list, keep: true, cancellationToken)).Where(t => t.Counts).ToList();
            if (counted.Count == 0)
                return new NothingToCount();
            if (line.ComeFromCarrier(Money.Sum(counted.Select(t => t.Net))) is { IsDone: false, Refusal: { } refusal })
                return refusal;
            var now = time.Now();
            db.AddRange(counted.Select(t => RemittedCash.Take(ids.New<RemittedCashId>(), line.Id, t.Parcel!, t.Cash, Money.Dong(t.Line.Fee), now)));
            return counted.Count;
        }
    }
}
