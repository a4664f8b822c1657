using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// A buyer lost the link of her order. It is mailed to the address that the order knows, if that is the one typed; the answer is the
/// same and as quick for every code and address, so that nobody learns whose order it is.
/// </summary>
internal static class AskForLink
{
    internal sealed class Form
    {
        public string? Code { get; set; }

        public string? Email { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Code, string? Email) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Must(c => PublicCode.TryParse(c, out _)).WithMessage("orders.link.code.wrong");
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null).WithMessage("orders.link.email.wrong");
        }
    }

    internal sealed class Handler(Outbox outbox) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            outbox.Raise(new OrderLinkAsked(PublicCode.Parse(command.Code!).Value, MailAddresses.Read(command.Email)!));
            return Task.FromResult(Outcome.Done);
        }
    }
}
