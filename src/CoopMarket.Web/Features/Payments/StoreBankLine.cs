using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Keeps a bank line that a feed told, once, whatever it is; what it pays is decided after it is safe.</summary>
internal static class StoreBankLine
{
    /// <summary>Sent by feeds that have proven who they are, as jobs; never by a page.</summary>
    internal sealed record Command(Actor Actor, BankLine Line) : ICommand, IForAdmin, IAbout
    {
        public string About => Line.Reference;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Line.SourceId).NotEmpty().MaximumLength(100).WithMessage("payments.feed.flaw");
            RuleFor(c => c.Line.Reference).NotEmpty().MaximumLength(100).WithMessage("payments.feed.flaw");
            RuleFor(c => c.Line.Transfer.AmountDong).InclusiveBetween(-Money.Most, Money.Most).WithMessage("payments.feed.flaw");
        }
    }

    internal sealed class Handler(BankLines lines) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            await lines.StoreAsync(request.Line, cancellationToken);
            return Outcome.Done;
        }
    }
}
