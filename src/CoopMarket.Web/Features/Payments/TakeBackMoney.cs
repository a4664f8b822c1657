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

    internal sealed class Handler(MarketDb db, TakeBacks takeBacks) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return new NotFound();
            _ = CleanText.Read(request.Reference, LongestReference, out var reference);
            // Banks write capitals; the card gateway's names are what they are.
            if (line.Place == MoneyPlace.Bank)
                reference = reference.ToUpperInvariant();
            return await db.Set<MoneyIn>().SingleOrDefaultAsync(
                    m => m.Direction == TransferDirection.In && m.Account == line.Account && m.Reference == reference, cancellationToken) is not { } taken
                ? new NoTransferOfThatReference()
                : await takeBacks.BindAsync(line, taken, cancellationToken);
        }
    }
}
