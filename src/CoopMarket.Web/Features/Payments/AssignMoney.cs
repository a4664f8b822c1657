using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin says which order money without a code is for, because the sender told her.</summary>
internal static class AssignMoney
{
    internal sealed record Command(Actor Actor, MoneyInId Money, string? Code) : ICommand, IForAdmin, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Must(c => PublicCode.TryParse(c, out _)).WithMessage("payments.line.code.flaw");
    }

    internal sealed class Handler(MarketDb db, RecordPayment record, OwnOrders own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } money)
                return new NotFound();
            if (!money.IsUndecided)
                return new MoneyAlreadyDecided();
            var code = PublicCode.Parse(request.Code!).Value;
            if (!await db.Set<Payment>().AnyAsync(p => p.Code == code, cancellationToken))
                return new NoOrderOfThatCode();
            if (await own.RefuseAsync(request.Actor, code, cancellationToken) is { } hers)
                return hers;
            await record.ApplyAsync(money, code, cancellationToken);
            return Outcome.Done;
        }
    }
}
