using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Removes a certificate from a product.</summary>
internal static class RemoveCertificate
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product, CertificateId Certificate) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => workbench.ChangeAsync(
            command.Cooperative, command.Product, command.Actor.Person, product => product.RemoveCertificate(command.Certificate), cancellationToken);
    }
}
