using System.Net;
using System.Net.Sockets;

namespace CoopMarket.Web.Tests.House;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>One that nobody listens at.</summary>
    public static int Free()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
