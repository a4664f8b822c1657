using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CoopMarket.Web.Tests.House;

/// <summary>Lets a test's request come from the address that its header names, as a socket's far end would.</summary>
internal sealed class FromElsewhere : IStartupFilter
{
    public const string Header = "X-Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            if (IPAddress.TryParse(context.Request.Headers[Header], out var address))
                context.Connection.RemoteIpAddress = address;
            return go(context);
        });
        next(app);
    };
}
