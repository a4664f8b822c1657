using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin says that a line which nobody has decided is the same movement as another: the account holds its money once.</summary>
internal static class SameMoney
{
    /// <param name="Same">The line that it is the same as; null where none was chosen.</param>
    internal sealed record Command(Actor Actor, MoneyInId Money, MoneyInId? Same) : ICommand, IForAdmin, IAbout, ISerialized
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Same).NotNull().WithMessage("payments.line.same.flaw");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is { } line
                && await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Same, cancellationToken) is { } other
                ? line.BeSameAs(other)
                : new NotFound();
    }
}
