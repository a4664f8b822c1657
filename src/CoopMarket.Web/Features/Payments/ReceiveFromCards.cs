using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin says that an incoming line is what the card gateway paid out: until then the bank has money of nobody, and the gateway seems
/// to hold what it has sent. What it kept for its work she types only as long as its own books were never read; what was typed is taken
/// off the fees that they tell later (<see cref="CardBook"/>).
/// </summary>
internal static class ReceiveFromCards
{
    /// <param name="Kept">Đồng as typed, 0 or more; null where nobody is asked.</param>
    internal sealed record Command(Actor Actor, MoneyInId Money, string? Kept) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Kept).Must(k => k is null || TypedNumber.ReadDong(k, 0, Money.Most, out _) == NumberVerdict.Whole).WithMessage("payments.line.cards.flaw");
    }

    internal sealed class Handler(MarketDb db, CardHoldings holdings) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return new NotFound();
            _ = TypedNumber.ReadDong(request.Kept ?? "0", 0, Money.Most, out var kept);
            var isKnown = await db.Set<CardMove>().AnyAsync(cancellationToken);
            return line.ComeFromCards(Money.Dong(kept), await holdings.OfAsync(Currency.VND, cancellationToken), isKnown);
        }
    }
}
